// Why a lane may be at rest in the steps that the walk has too; the other reasons come with the what-ifs.
export const COOKIE_REFUSED_CELL = 'Browser refuses the cookie';

export const CLEANED_AT_LOGOUT =
  'What the server kept about the token was changed with the logout request.';

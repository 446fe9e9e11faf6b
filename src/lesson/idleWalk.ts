// Why a lane may be at rest in the steps that the walk has too; the other reasons come with the what-ifs.
export const COOKIE_REFUSED_CELL = 'Browser refuses the cookie';

export const COOKIE_REFUSED =
  'The browser refuses the cookie without an error: name and value are more than 4096 bytes. The login was answered 200, and still nobody is logged in.';

export const CLEANED_AT_LOGOUT =
  'What the server kept about the token was changed with the logout request.';

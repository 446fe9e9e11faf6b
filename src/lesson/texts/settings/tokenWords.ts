import type { SettingWords } from './settingWords.ts';

/** The words of the settings of tokens, and of what their servers keep. */
export const TOKEN_WORDS = {
  tokenLifetime: {
    label: 'Token lifetime',
    meaning: 'From iat to exp. Use does not move it.',
  },
  keptIn: {
    label: 'Token kept in',
    meaning:
      'Scripts read localStorage. A cookie the browser attaches by itself, with SameSite and Secure as for the session’s. A variable is lost by a reload.',
  },
  leeway: {
    label: 'Leeway',
    meaning:
      'How long after exp, and before nbf, a token is taken all the same, for clocks that differ.',
  },
  notBefore: {
    label: 'Not before',
    meaning: 'nbf: how long after its making a token is not taken yet. Empty: there is no nbf.',
  },
  audience: {
    label: 'Audience',
    meaning: 'aud: whom the token is for. A token without it is refused. Empty: nobody asks.',
  },
  issuer: {
    label: 'Issuer',
    meaning: 'iss: who made the token. One by somebody else is refused. Empty: nobody asks.',
  },
  expiresInAsText: {
    label: 'Lifetime as text',
    meaning: 'A bug: jsonwebtoken reads "3600" as milliseconds, and 3600 as seconds.',
  },
  noExp: {
    label: 'No exp',
    meaning: 'The token has no end of its own. Both libraries accept that.',
  },
  checkTyp: {
    label: 'Check typ',
    meaning: 'Access tokens have typ at+jwt in their header, and a token without it opens no page.',
  },
  verifier: {
    label: 'Verifier',
    meaning:
      'What a token is checked with. To believe its header, or to decode in place of verifying, are mistakes.',
  },
  kid: {
    label: 'Tokens name their key',
    meaning: 'kid, in the header: with it the old key still verifies while a new one signs.',
  },
  refreshFormat: {
    label: 'Refresh token is',
    meaning: 'Where there are refresh tokens. A JWT is signed with the access tokens’ secret.',
  },
  refreshReadsFirst: {
    label: 'Rotation reads first',
    meaning:
      'A bug: it reads whether a refresh token was used, and writes afterwards. Two at once both get a new pair.',
  },
  refreshInCookie: {
    label: 'Refresh token in a cookie',
    meaning:
      'HttpOnly and with Path=/refresh: scripts cannot read it, and it is sent there alone. Else it comes in the body.',
  },
  refreshGrace: {
    label: 'Refresh grace period',
    meaning:
      'How long a used refresh token may be used once more: for two tabs that ask at once, and for a thief.',
  },
  denyList: {
    label: 'Deny-list',
    meaning: 'Logout lists the token’s jti, and every request asks the list: state on the server.',
  },
  inSessionStore: {
    label: 'Lists in the session store',
    meaning:
      'Where that is outside of the server: deny-list and refresh tokens are down with it, and as slow. Off: in another database, which always answers.',
  },
  comparesIat: {
    label: 'Compare iat',
    meaning:
      'Every request looks up since when the user’s tokens hold. A new password and a logout everywhere move that on, and end the refresh tokens.',
  },
} as const satisfies Readonly<Record<string, SettingWords>>;

export const VERIFIER_OPTIONS = [
  ['library', 'A library’s'],
  ['naive', 'Believes the header'],
  ['decode', 'Only decodes'],
] as const;

export const KEPT_IN_OPTIONS = [
  ['memory', 'Memory'],
  ['localStorage', 'localStorage'],
  ['cookie', 'HttpOnly cookie'],
] as const;

export const REFRESH_FORMAT_OPTIONS = [
  ['opaque', 'Random bytes'],
  ['jwt', 'A JWT'],
] as const;

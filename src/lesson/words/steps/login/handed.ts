/** Characters of a credential in a cell. */
export const SHORT = 10;

/** What a lane hands out. */
export const HANDED: Readonly<Record<'session' | 'token', string>> = {
  session: 'cookie',
  token: 'token',
};

/** What there is to read where lines of the servers' routes are chosen. */
export const ROUTES_TEXTS = {
  about:
    'Choose the missing line of each route. What comes of it is run: attacks on just these servers. verify() gives a promise, as jose’s does.',
  run: 'Run it',
  results: 'What was tried',
  see: 'See the run',
  again: 'Change a line',
  holds: 'Held',
  fails: 'Breach',
  needsSecret:
    'Only who has the secret can sign so. A list of algorithms refuses HS512, but not what the same secret signs by HS256.',
  decides: 'The line that decides it:',
  /** What is tried, each named by what is done and not by what comes of it. */
  trials: {
    script: 'A foreign script reads the cookie',
    planted: 'A session ID that was planted before the login',
    algorithm: 'A token signed by HS512 with the right secret',
    unsigned: 'A token without a signature (alg none)',
    payload: 'A token with another user in its payload',
    cookieCopy: 'A stolen cookie, after the logout',
    tokenCopy: 'A stolen token, after the logout',
  },
  /** A comment in place of a line. */
  noLine: 'no line here',
  /** A comment beside saveUninitialized. */
  anonymous: 'a visitor has a cart before the login',
  /** A comment above the server's settings. */
  saySite: (origin: string) => `at ${origin}, beside other subdomains`,
  sayGap: (route: string) => `The missing line of ${route}`,
  sayMissing: (missing: number) =>
    missing === 1 ? 'One line is still missing.' : `${missing} lines are still missing.`,
  sayScore: (held: number, all: number) =>
    held === all ? `All ${all} attempts are held.` : `${held} of ${all} attempts are held.`,
} as const;

export type TrialId = keyof typeof ROUTES_TEXTS.trials;

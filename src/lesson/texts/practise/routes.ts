/** What there is to read where lines of the servers' routes are chosen. */
export const ROUTES_TEXTS = {
  about:
    'Choose the missing line of each route. What comes of it is run: attacks on just these servers.',
  run: 'Run it',
  results: 'What was tried',
  see: 'See the run',
  again: 'Change a line',
  holds: 'Held',
  fails: 'Breach',
  /** A comment in place of a line. */
  noLine: 'no line here',
  sayGap: (route: string) => `The missing line of ${route}`,
  sayMissing: (missing: number) =>
    missing === 1 ? 'One line is still missing.' : `${missing} lines are still missing.`,
  sayScore: (held: number, all: number) =>
    held === all ? `All ${all} attacks are held.` : `${held} of ${all} attacks are held.`,
} as const;

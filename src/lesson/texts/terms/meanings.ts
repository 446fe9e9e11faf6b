/**
 * What the tracker says in several words that are true of one thing at once: a cookie that is sent is
 * in the jar as well. Of two of them none is right where the other is wrong.
 */
export const SAME_MEANINGS: readonly (readonly string[])[] = [
  ['none', 'deleted', 'deleted from client', 'attacker’s copy only', '{}', 'no store'],
  [
    ...['stored in client', 'stored in jar', 'in localStorage', 'set in response'],
    ...['sent in response', 'sent with request', 'sent as Bearer', 'sent as a cookie'],
    ...['sent in Authorization header', 'copied by attacker', 'copy used by attacker'],
    ...['attacker’s copy only', 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9...'],
  ],
  ['set in response', 'set in response, refused'],
];

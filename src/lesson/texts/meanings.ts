/**
 * What the tracker says in several words that are true of one thing at once: of two of them none is
 * right where the other is wrong.
 */
export const SAME_MEANINGS: readonly (readonly string[])[] = [
  ['none', 'deleted', 'deleted from client', '{}', 'no store'],
  ['stored in client', 'stored in jar', 'in localStorage'],
  ['sent with request', 'sent as Bearer', 'sent in Authorization header', 'sent as a cookie'],
  ['set in response', 'sent in response', 'set in response, refused'],
  ['copied by attacker', 'attacker’s copy only', 'copy used by attacker'],
];

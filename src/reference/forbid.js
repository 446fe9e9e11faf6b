/** Answers 403: we know who asks, and a new login would change nothing. */
export const forbid = (res) => res.status(403).json({ error: 'forbidden' });

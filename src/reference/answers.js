// What both servers do alike, whatever they were asked.

/** Keeps answers out of every cache: what concerns one user is nobody else's. */
export function noStore(_req, res, next) {
  res.set('Cache-Control', 'no-store');
  next();
}

/** Answers an error without telling what went wrong inside. Express knows it by its 4 parameters. */
export function answerError(error, _req, res, next) {
  if (res.headersSent) return next(error);
  const isTheirs = error.status >= 400 && error.status < 500;
  const told = error.status === 403 ? 'forbidden' : 'bad_request';
  if (isTheirs) return res.status(error.status).json({ error: told });
  console.error(error); // the details are for the log
  res.status(500).json({ error: 'server_error' });
}

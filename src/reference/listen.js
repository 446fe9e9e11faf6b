// How both servers start.

/** Says that the public demo secret is in use, and ends the process where that must not be. */
export function admitDemoSecret(name) {
  if (process.env.NODE_ENV === 'production') {
    // Whoever has read this code could sign in as anybody.
    console.error(`${name} is not set: in production this server does not start without it`);
    process.exit(1);
  }
  console.warn(`${name} is not set: demo secret in use`);
}

/** Listens for this machine alone: the demo's password and secret are public. */
export function listenHere(app, port, name) {
  return app.listen(port, 'localhost', (error) => {
    if (error) throw error;
    console.log(`${name}: http://localhost:${port}`);
  });
}

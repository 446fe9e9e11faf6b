// Serves a built page as it is, at one port or not at all; for the end-to-end tests.
import { launch } from '../machine/launch.mjs';

launch(async (args) => {
  const { parseArguments, parsePort } = await import('../machine/arguments.mjs');
  const { DIST } = await import('../machine/paths.mjs');
  const { values } = parseArguments(args, {
    port: { type: 'string', default: '4199' },
    dir: { type: 'string', default: DIST },
  });
  const { createStaticServer } = await import('./staticServer.mjs');
  const { closeOnSignal, listenFrom } = await import('../machine/listen.mjs');
  const wanted = parsePort(values.port);
  const { port, close } = await listenFrom(() => createStaticServer(values.dir), wanted, wanted);
  closeOnSignal(close);
  console.log(`Serving ${values.dir} at http://localhost:${port}`);
});

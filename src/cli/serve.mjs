// Serves dist as it is, at one port or not at all; for the end-to-end tests.
import { launch } from './launch.mjs';

launch(async (args) => {
  const { parseArguments, parsePort } = await import('./arguments.mjs');
  const { values } = parseArguments(args, { port: { type: 'string', default: '4199' } });
  const { createStaticServer } = await import('./staticServer.mjs');
  const { closeOnSignal, listenFrom } = await import('./listen.mjs');
  const { DIST } = await import('./paths.mjs');
  const wanted = parsePort(values.port);
  const { port, close } = await listenFrom(() => createStaticServer(DIST), wanted, wanted);
  closeOnSignal(close);
  console.log(`Serving dist at http://localhost:${port}`);
});

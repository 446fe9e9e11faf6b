// npm start: from a fresh clone to the built page in the browser.
import { launch } from './machine/launch.mjs';

const DEFAULT_PORT = '4173';

launch(async (args) => {
  const { parseArguments, parsePort } = await import('./machine/arguments.mjs');
  const { values } = parseArguments(args, { port: { type: 'string' } });
  const wanted = parsePort(values.port || process.env.PORT || DEFAULT_PORT);

  const { buildIfStale } = await import('./page/build.mjs');
  await buildIfStale();

  const { createStaticServer } = await import('./page/staticServer.mjs');
  const { closeOnSignal, listenFrom } = await import('./machine/listen.mjs');
  const { DIST } = await import('./machine/paths.mjs');
  const { port, close } = await listenFrom(() => createStaticServer(DIST), wanted);
  closeOnSignal(close);
  if (wanted !== 0 && port !== wanted) console.log(`Port ${wanted} is taken, so this is ${port}.`);
  console.log(`AuthTrace is at http://localhost:${port} (Ctrl+C stops it)`);
});

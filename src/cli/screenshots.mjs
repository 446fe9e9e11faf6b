// npm run screenshots: pictures of the built page, for the README or (--all DIR) of every size.
import { launch } from './machine/launch.mjs';

launch(async (args) => {
  const { parseArguments } = await import('./machine/arguments.mjs');
  const { values } = parseArguments(args, {
    all: { type: 'string' },
    full: { type: 'boolean', default: false },
  });
  const { takeScreenshots } = await import('./page/camera.mjs');
  const { MATRIX, README } = await import('./page/shots.mjs');
  const { join } = await import('node:path');
  const { ROOT } = await import('./machine/paths.mjs');
  const [shots, folder] =
    values.all === undefined ? [README, join(ROOT, 'public', 'screenshots')] : [MATRIX, values.all];
  for await (const file of takeScreenshots(shots, folder, values.full)) console.log(file);
});

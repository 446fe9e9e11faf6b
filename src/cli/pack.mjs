// Before npm pack: makes one file of check-server, which needs neither tsx nor a package.

import { launch } from './machine/launch.mjs';

launch(async () => {
  const { join } = await import('node:path');
  const { build } = await import('vite');
  const { CACHE, ROOT } = await import('./machine/paths.mjs');
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      outDir: join(CACHE, 'packed'),
      target: 'node20',
      minify: false,
      copyPublicDir: false,
      ssr: join(ROOT, 'src/cli/checkServer/packed.mjs'),
      rolldownOptions: { output: { entryFileNames: 'checkServer.mjs' } },
    },
  });
});

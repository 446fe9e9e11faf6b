// Before npm pack: makes one file of check-server, which needs neither tsx nor a package.
import { join } from 'node:path';
import { build } from 'vite';
import { CACHE, ROOT } from './machine/paths.mjs';

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

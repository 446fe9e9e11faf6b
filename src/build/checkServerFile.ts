import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import { fileBeside } from './fileBeside.ts';

/** What the file is called beside the page. */
export const CHECK_SERVER_FILE = 'check-server.mjs';

/** Makes one file of check-server, which needs neither a package nor the project. @throws Error where there is not one chunk. */
export async function packCheckServer(root: string): Promise<string> {
  const { version } = JSON.parse(await readFile(resolve(root, 'package.json'), 'utf8'));
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    define: { PACKED_VERSION: JSON.stringify(version) },
    ssr: { noExternal: true },
    build: {
      write: false,
      target: 'node20',
      minify: false,
      copyPublicDir: false,
      ssr: resolve(root, 'src/cli/checkServer/packed.mjs'),
    },
  });
  const [chunk, ...more] = 'output' in built ? built.output : [];
  if (chunk?.type !== 'chunk' || more.length > 0) throw new Error('check-server is not one file');
  return chunk.code;
}

/** Puts check-server beside the page, in a build and in development: whoever has the page alone can run it. */
export const checkServerFile = (): Plugin =>
  fileBeside({
    name: 'authtrace:check-server',
    fileName: CHECK_SERVER_FILE,
    contentType: 'text/javascript',
    make: packCheckServer,
  });

import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build, type Plugin } from 'vite';

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
export function checkServerFile(): Plugin {
  return {
    name: 'authtrace:check-server',
    async generateBundle() {
      // The page is built for Node too, where nobody downloads anything.
      if (this.environment.name !== 'client') return;
      const source = await packCheckServer(this.environment.config.root);
      this.emitFile({ type: 'asset', fileName: CHECK_SERVER_FILE, source });
    },
    configureServer({ config, middlewares }) {
      middlewares.use(`/${CHECK_SERVER_FILE}`, async (_request, response, next) => {
        try {
          const source = await packCheckServer(config.root);
          response.setHeader('Content-Type', 'text/javascript');
          response.end(source);
        } catch (error) {
          next(error);
        }
      });
    },
  };
}

import type { Plugin } from 'vite';

interface BesideFile {
  /** Of the plugin. */
  readonly name: string;
  readonly fileName: string;
  readonly contentType: string;
  /** Makes it from the folder of the project. */
  readonly make: (root: string) => Promise<string | Uint8Array>;
}

/** Puts a file beside the page that is made for it, in a build and in development. */
export function fileBeside({ name, fileName, contentType, make }: BesideFile): Plugin {
  return {
    name,
    async generateBundle() {
      // The page is built for Node too, where nobody downloads anything.
      if (this.environment.name !== 'client') return;
      const source = await make(this.environment.config.root);
      this.emitFile({ type: 'asset', fileName, source });
    },
    configureServer({ config, middlewares }) {
      middlewares.use(`/${fileName}`, async (_request, response, next) => {
        try {
          const source = await make(config.root);
          response.setHeader('Content-Type', contentType);
          response.end(source);
        } catch (error) {
          next(error);
        }
      });
    },
  };
}

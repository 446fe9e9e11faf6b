import type { Plugin } from 'vite';
import { importBuildTexts } from '../importBuildTexts.ts';
import { toLanguage } from '../language.ts';
import { formatManifest, MANIFEST } from './manifest.ts';
import { writeWorker } from './writeWorker.ts';

/** Makes the built page one that can be installed and opens without a network: its manifest and its worker. */
export function offline(): Plugin {
  let language = '';
  return {
    name: 'authtrace:offline',
    apply: 'build',
    applyToEnvironment: ({ config }) => config.consumer === 'client',
    configResolved({ mode }) {
      language = toLanguage(mode);
    },
    transformIndexHtml: {
      // After vite has looked for files that it should take in.
      order: 'post',
      handler: () => [
        { tag: 'link', attrs: { rel: 'manifest', href: `./${MANIFEST}` }, injectTo: 'head' },
      ],
    },
    async generateBundle() {
      const { told } = await importBuildTexts(language);
      const source = formatManifest(told.document, language);
      this.emitFile({ type: 'asset', fileName: MANIFEST, source });
    },
    writeBundle: {
      // When every other file is there, as it stays.
      order: 'post',
      sequential: true,
      handler: ({ dir }) => writeWorker(dir ?? ''),
    },
  };
}

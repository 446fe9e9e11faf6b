import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const LATE_IMPORT = fileURLToPath(new URL('./lateImport.ts', import.meta.url));

/** An import of another file of the build, as it stands in what is written. */
const IMPORT = /\bimport\((["'`])(\.\/[\w.-]+\.js)\1\)/g;

/** Lets a late file be asked for under another address, where its own has failed. */
const addAgain = (code: string) =>
  code.replace(
    IMPORT,
    (_, quote: string, name: string) =>
      `import(${quote}${name}${quote}+(self.__authtraceAgain?.[${quote}${name}${quote}]??""))`,
  );

/**
 * Replaces vite's helper for dynamic imports by one that can be asked again after a failure. It is
 * told the names of all files that an import needs: the file's own first.
 */
export function lateImports(): Plugin {
  const helper = '\0vite/preload-helper.js';
  return {
    name: 'authtrace:late-imports',
    apply: 'build',
    enforce: 'pre',
    config: () => ({
      build: {
        modulePreload: {
          polyfill: false,
          resolveDependencies: (name, names, { hostType }) =>
            hostType === 'js' ? [name, ...names.filter((other) => other !== name)] : names,
        },
      },
    }),
    load: (id) =>
      id === helper
        ? `export { importLate as __vitePreload } from ${JSON.stringify(LATE_IMPORT)};\n`
        : undefined,
    generateBundle: {
      // After vite has looked for the imports, which it knows by their quotes.
      order: 'post',
      handler(_, bundle) {
        // Node reads its files from a disk.
        if (this.environment.config.consumer !== 'client') return;
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk') continue;
          const imports = chunk.code.match(IMPORT)?.length ?? 0;
          if (imports < chunk.dynamicImports.length)
            throw new Error(`a dynamic import of ${chunk.fileName} was not found`);
          chunk.code = addAgain(chunk.code);
        }
      },
    },
  };
}

/** What the bundler tells of the modules of a build. */
interface Modules {
  getModuleInfo(
    id: string,
  ): { readonly isEntry: boolean; readonly importers: readonly string[] } | null;
}

/** Tells whether the page's entry imports a module at once, itself or by others. */
function isOfEntry(id: string, modules: Modules, seen = new Set<string>()): boolean {
  if (seen.has(id)) return false;
  seen.add(id);
  const info = modules.getModuleInfo(id);
  return !!info && (info.isEntry || info.importers.some((by) => isOfEntry(by, modules, seen)));
}

/** What is small and shared, by where it is. */
const SMALL = [
  { path: '/src/lesson/page/format', name: 'format' },
  { path: '/src/ui/controls/', name: 'controls' },
  { path: '/src/lesson/texts/panels/walk/', name: 'walk' },
  { path: '/src/lesson/texts/keyMoments', name: 'moments' },
  { path: '/src/lesson/texts/snapshot', name: 'moments' },
  { path: '/practise/Practise.module.css', name: 'practise' },
  { path: '/practise/exercise/Exercise.module.css', name: 'practise' },
] as const;

/**
 * Names the chunk of a module. The engine is one, with jose: it runs everything or nothing, and
 * compresses better so; and so is what the page begins with, which is fetched at once. So are files of
 * a few lines that many parts share: the entry would name each of them.
 */
export function toChunk(id: string, modules: Modules): string | null {
  if (id.includes('/node_modules/jose/') || id.includes('/src/sim/')) return 'engine';
  if (isOfEntry(id, modules)) return 'index';
  return SMALL.find((small) => id.includes(small.path))?.name ?? null;
}

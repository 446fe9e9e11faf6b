import type { Plugin } from 'vite';

/**
 * Replaces vite's helper for dynamic imports: with one style sheet and no preloading there is
 * nothing that it would have to fetch first.
 */
export function plainImports(): Plugin {
  const helper = '\0vite/preload-helper.js';
  return {
    name: 'authtrace:plain-imports',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (id === helper ? 'export const __vitePreload = (load) => load();\n' : undefined),
  };
}

/**
 * Names the chunk of a module. The engine is one, with jose: it runs everything or nothing, and
 * compresses better so.
 */
export function toChunk(id: string): string | null {
  return id.includes('/node_modules/jose/') || id.includes('/src/sim/') ? 'engine' : null;
}

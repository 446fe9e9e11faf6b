import type { Plugin } from 'vite';

/** What the page does not load until it is asked for; and `strategy`, which the page itself uses. */
const WHAT_IFS =
  /\/sim\/(attack|scenarios|check)\/|\/(whatIf|arsenal|operations|plant|refresh|refreshTokens|forgery|naiveVerifier|scenarios|runFile|run|runSecrets|difference|json|possibleActions|parting|counts|walk|strategy)\.ts$/;

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
 * Names the chunk of a module. What runs the walk is one chunk, with jose: it is loaded as a whole
 * when the shipped Trace is checked, and compresses better so. Everything else is left to the bundler.
 */
export function toChunk(id: string): string | null {
  if (id.includes('/node_modules/jose/')) return 'engine';
  return id.includes('/src/sim/') && !WHAT_IFS.test(id) ? 'engine' : null;
}

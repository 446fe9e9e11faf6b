import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin, Rolldown } from 'vite';
import { addContentSecurityPolicy, findRefusedMarkup } from './contentSecurity.ts';

const ENTRY = 'src/build/prerender.tsx';
const OUT_DIR = '.cache/prerender';
const EMPTY_ROOT = '<div id="root"></div>';

async function renderApp(root: string): Promise<string> {
  // The query makes a second build in one process load the new file, not Node's cached module.
  const address = `${pathToFileURL(join(root, OUT_DIR, 'prerender.js'))}?${Date.now()}`;
  const { renderApp } = (await import(address)) as typeof import('./prerender.tsx');
  const html = await renderApp();
  // What React writes for a boundary whose content suspended or threw: a hole in the page.
  if (html.includes('<!--$!-->')) throw new Error('a part of the page could not be prerendered');
  return html;
}

/** What is wanted at once where it is wanted, in a frame or a package, and nowhere else. */
const isOfHost = ({ facadeModuleId }: Rolldown.OutputChunk) =>
  facadeModuleId?.includes('/player/host/') ?? false;

/** Lists the scripts that nothing imports at once, by their names beside the page's module. */
const listLate = (bundle: Rolldown.OutputBundle): readonly string[] =>
  Object.values(bundle)
    .filter((file) => file.type === 'chunk' && !file.isEntry && !isOfHost(file))
    .map(({ fileName }) => `./${fileName.split('/').at(-1)}`);

/**
 * Lets the boot script run the page's module, after the first paint; the browser fetches it as
 * early as before. The names of the late ones stand on it. @throws Error when the page has no such
 * module.
 */
function deferModule(html: string, late: readonly string[]): string {
  const page = html.replace(
    /<script type="module" crossorigin src="([^"]+)"><\/script>/,
    `<link rel="modulepreload" crossorigin href="$1" id="page-module" data-late="${late.join(' ')}">`,
  );
  if (page === html) throw new Error('the page has no module to run');
  return page;
}

const BOOT = '    <script src="./boot.js"></script>\n';

/**
 * Puts the boot script behind the style sheet: the browser stops at a script before it asks for what
 * comes after it, and both must be here before anything is painted. @throws Error when there is none.
 */
function bootLast(html: string): string {
  const rest = html.replace(BOOT, '');
  if (rest === html) throw new Error('the page has no boot script');
  return rest.replace('  </head>', () => `${BOOT}  </head>`);
}

/**
 * Makes `vite build` put the prerendered app and the content security policy into index.html. The
 * app is built for Node first (environment `ssr`), so that both builds name the CSS classes alike.
 */
export function builtPage(): Plugin {
  let root = '';
  return {
    name: 'authtrace:built-page',
    apply: 'build',
    config: () => ({
      environments: {
        ssr: {
          build: {
            outDir: OUT_DIR,
            emptyOutDir: true,
            copyPublicDir: false,
            // It is run once and thrown away; the minifier takes longer than all else.
            minify: false,
            rolldownOptions: { input: ENTRY, output: { entryFileNames: 'prerender.js' } },
          },
        },
      },
      builder: {
        async buildApp({ build, environments: { ssr, client } }) {
          if (!ssr || !client) throw new Error('the page needs both builds, for Node and browser');
          await build(ssr);
          await build(client);
        },
      },
    }),
    configResolved(config) {
      root = config.root;
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle }) {
        if (!html.includes(EMPTY_ROOT)) throw new Error(`index.html has no ${EMPTY_ROOT}`);
        const markup = await renderApp(root);
        const page = bootLast(deferModule(html, listLate(bundle ?? {}))).replace(
          EMPTY_ROOT,
          () => `<div id="root">${markup}</div>`,
        );
        const refused = findRefusedMarkup(page);
        if (refused.length > 0) {
          throw new Error(`the content security policy would refuse\n  ${refused.join('\n  ')}`);
        }
        return addContentSecurityPolicy(page);
      },
    },
  };
}

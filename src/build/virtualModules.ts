import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { REFERENCE_FILES, writeCodeSample } from './codeSample.ts';
import { importBuildTexts } from './importBuildTexts.ts';
import { toLanguage } from './language.ts';

const WALK_TELLING = 'virtual:walk-telling';
const SCENARIO_IDS = 'virtual:scenario-ids';
const SCENARIO_LIST = 'virtual:scenario-list';
const SCENARIO_ANSWERS = 'virtual:scenario-answers';
const SCENARIO_SETTINGS = 'virtual:scenario-settings';
const SAME_SITE = 'virtual:same-site';
const CODE_SAMPLE = 'virtual:code-sample';

type Told = Awaited<ReturnType<typeof importBuildTexts>>['told'];

const listIds = (groups: ReturnType<Told['scenarios']>) =>
  groups.flatMap(([, scenarios]) => scenarios.map(([id]) => id));

/** What is told at build time, by the module that brings it. */
const TOLD_MODULES: Readonly<Record<string, (told: Told) => unknown>> = {
  [WALK_TELLING]: ({ walk }) => walk(),
  [SCENARIO_IDS]: ({ scenarios }) => listIds(scenarios()),
  [SCENARIO_LIST]: ({ scenarios }) => scenarios(),
  [SCENARIO_ANSWERS]: ({ answers }) => answers(),
  [SCENARIO_SETTINGS]: ({ settings }) => settings(),
  [SAME_SITE]: ({ sameSite }) => sameSite(),
};
const OWN = [CODE_SAMPLE, ...Object.keys(TOLD_MODULES)];

/** What the built page itself has, and where in it: data, which the browser need not compile. */
const BLOCKS: Readonly<Record<string, string>> = {
  [WALK_TELLING]: 'walk-telling',
  [SCENARIO_IDS]: 'scenario-ids',
};

const readBlock = (id: string) =>
  `export default JSON.parse(document.getElementById('${id}').textContent);\n`;

/** Writes a value as a data block of a page; no text in it can end the block. */
const toDataBlock = (id: string, value: unknown) =>
  `<script type="application/json" id="${id}">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`;

/** Writes JSON text as a module; parsing it is faster than reading it as source. */
const toModule = (value: unknown) =>
  `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});\n`;

/**
 * Provides what is made at build time: the walk's Telling, the Scenarios' titles and answers, and the
 * highlighted code. Engine and words are watched, so that the dev server makes it anew. What is in
 * `BLOCKS` stands in the built page itself; its module reads it there.
 */
export function virtualModules(): Plugin {
  let isBuild = false;
  let language = '';
  return {
    name: 'authtrace:virtual-modules',
    configResolved({ command, mode }) {
      isBuild = command === 'build';
      language = toLanguage(mode);
    },
    resolveId(id) {
      return OWN.includes(id) ? `\0${id}` : undefined;
    },
    async load(id) {
      const make = TOLD_MODULES[id.slice(1)];
      if (make) {
        const { told, dependencies } = await importBuildTexts(language);
        for (const path of dependencies) this.addWatchFile(path);
        const block = isBuild && this.environment.name === 'client' && BLOCKS[id.slice(1)];
        return block ? readBlock(block) : toModule(await make(told));
      }
      if (id !== `\0${CODE_SAMPLE}`) return undefined;
      const paths = REFERENCE_FILES.map((path) => resolve(this.environment.config.root, path));
      for (const path of paths) this.addWatchFile(path);
      return writeCodeSample(paths, !isBuild);
    },
    transformIndexHtml: {
      order: 'pre',
      async handler(html) {
        if (!isBuild) return html;
        const { told } = await importBuildTexts(language);
        const blocks = Object.entries(BLOCKS).map(async ([id, block]) =>
          toDataBlock(block, await TOLD_MODULES[id]?.(told)),
        );
        const written = (await Promise.all(blocks)).join('\n  ');
        return html.replace('</body>', () => `  ${written}\n  </body>`);
      },
    },
  };
}

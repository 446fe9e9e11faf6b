import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { LOGIN_TO_LOGOUT } from '../sim/scenarios.ts';
import { runScenario } from '../sim/trace.ts';
import { REFERENCE_FILES, writeCodeSample } from './codeSample.ts';

const WALK_TRACE = 'virtual:walk-trace';
const CODE_SAMPLE = 'virtual:code-sample';

/** Writes JSON text as a module; parsing it is faster than reading it as source. */
const toModule = (value: unknown) =>
  `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});\n`;

/**
 * Provides what is made at build time: the walk's Trace and the highlighted code. The engine is
 * part of the config itself, so that a change of it restarts the dev server and runs it anew.
 */
export function virtualModules(): Plugin {
  let isBuild = false;
  return {
    name: 'authtrace:virtual-modules',
    configResolved(config) {
      isBuild = config.command === 'build';
    },
    resolveId(id) {
      return id === WALK_TRACE || id === CODE_SAMPLE ? `\0${id}` : undefined;
    },
    async load(id) {
      if (id === `\0${WALK_TRACE}`) return toModule(await runScenario(LOGIN_TO_LOGOUT));
      if (id !== `\0${CODE_SAMPLE}`) return undefined;
      const paths = REFERENCE_FILES.map((path) => resolve(this.environment.config.root, path));
      for (const path of paths) this.addWatchFile(path);
      return writeCodeSample(paths, !isBuild);
    },
  };
}

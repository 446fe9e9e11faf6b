import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { writeTelling } from '../lesson/page/writtenTelling.ts';
import { openTelling } from '../lesson/tell.ts';
import { LOGIN_TO_LOGOUT, SCENARIOS_BY_GROUP } from '../sim/scenarios.ts';
import { runScenario } from '../sim/trace.ts';
import { REFERENCE_FILES, writeCodeSample } from './codeSample.ts';
import { answerScenarios } from './scenarioAnswers.ts';

const WALK_TELLING = 'virtual:walk-telling';
const SCENARIO_LIST = 'virtual:scenario-list';
const SCENARIO_ANSWERS = 'virtual:scenario-answers';
const CODE_SAMPLE = 'virtual:code-sample';
const OWN = [WALK_TELLING, CODE_SAMPLE, SCENARIO_LIST, SCENARIO_ANSWERS];

/** Writes JSON text as a module; parsing it is faster than reading it as source. */
const toModule = (value: unknown) =>
  `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});\n`;

/** What the page must know of the Scenarios before it runs one. */
const listScenarios = () =>
  SCENARIOS_BY_GROUP.map(([group, scenarios]) => [
    group,
    scenarios.map(({ id, title }) => [id, title]),
  ]);

const tellWalk = async () => writeTelling(openTelling(await runScenario(LOGIN_TO_LOGOUT)));

/**
 * Provides what is made at build time: the walk's Telling and the highlighted code. The engine and the words
 * are part of the config itself, so that a change of them restarts the dev server and makes it anew.
 */
export function virtualModules(): Plugin {
  let isBuild = false;
  return {
    name: 'authtrace:virtual-modules',
    configResolved(config) {
      isBuild = config.command === 'build';
    },
    resolveId(id) {
      return OWN.includes(id) ? `\0${id}` : undefined;
    },
    async load(id) {
      if (id === `\0${WALK_TELLING}`) return toModule(await tellWalk());
      if (id === `\0${SCENARIO_LIST}`) return toModule(listScenarios());
      if (id === `\0${SCENARIO_ANSWERS}`) return toModule(await answerScenarios());
      if (id !== `\0${CODE_SAMPLE}`) return undefined;
      const paths = REFERENCE_FILES.map((path) => resolve(this.environment.config.root, path));
      for (const path of paths) this.addWatchFile(path);
      return writeCodeSample(paths, !isBuild);
    },
  };
}

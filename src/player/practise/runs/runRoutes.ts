import { readDeeds } from '../../../lesson/exercises/deeds.ts';
import { GAPS, SHOWN_CHANGE, TRIALS, type Trial } from '../../../lesson/exercises/routes.ts';
import type { RichText, Tone } from '../../../lesson/telling.ts';
import type { Action } from '../../../sim/action.ts';
import { formatRunAddress } from '../../../sim/runs/runFile.ts';
import { changeSettings } from '../../../sim/scenarios/toScenarios.ts';
import { LOGIN_TO_LOGOUT, SCENARIOS } from '../../../sim/scenarios.ts';
import type { Settings } from '../../../sim/settings.ts';
import { runScenario } from '../../../sim/trace.ts';
import { tellRun } from '../../runs/makeRun.ts';

/** What a trial came to. */
export interface TriedRoutes {
  readonly trial: Trial;
  /** The line that stands in the gap that decides. */
  readonly line: string;
  readonly tone: Tone;
  readonly isHeld: boolean;
  /** The sentence of the step that decides. */
  readonly sentence: RichText;
  readonly step: number;
  readonly scenarioId: string;
  readonly settings: Settings;
  readonly runAddress: string | null;
}

const ATTACKS: readonly Action['type'][] = ['replay', 'forge', 'injectScript', 'tamper'];

/** The attack that counts: the last one; of a script what it reads, for HttpOnly does no more. */
const counts = (action: Action) =>
  ATTACKS.includes(action.type) && !(action.type === 'injectScript' && action.mode === 'ride');

/** The servers that are shown: each attack is run against just these. */
function toServers(chosen: readonly number[]): Settings {
  const changes = GAPS.map(({ choices }, i) => choices[chosen[i] ?? 0]?.change ?? {});
  return [SHOWN_CHANGE, ...changes].reduce<Settings>(
    (settings, change) => changeSettings(change, settings),
    LOGIN_TO_LOGOUT.settings,
  );
}

async function runTrial(trial: Trial, chosen: readonly number[]): Promise<TriedRoutes> {
  const scenario = SCENARIOS.find(({ id }) => id === trial.scenarioId);
  if (!scenario) throw new RangeError(`no scenario ${trial.scenarioId}`);
  const settings = toServers(chosen);
  const { actions } = scenario;
  const own = await runScenario({ ...LOGIN_TO_LOGOUT, settings, actions });
  const run = tellRun(own);
  const deeds = readDeeds(own, run.telling);
  const index = deeds.findLastIndex(({ action }) => counts(action));
  const step = own.frames.findLastIndex((frame) => frame.actionIndex === index);
  const gap = GAPS.findIndex(({ id }) => id === trial.gap);
  const choices = GAPS[gap]?.choices;
  const { tone } = deeds[index]?.[trial.lane] ?? { tone: 'rest' };
  return {
    trial,
    line: (choices?.[chosen[gap] ?? 0]?.code ?? '').trim(),
    tone,
    isHeld: tone !== 'breach',
    sentence: run.telling.at(step)[trial.lane].sentence,
    step,
    scenarioId: LOGIN_TO_LOGOUT.id,
    settings,
    runAddress: formatRunAddress({ settings, actions }, LOGIN_TO_LOGOUT.settings),
  };
}

/** Runs what was put together against all that could go wrong with it. */
export const runRoutes = (chosen: readonly number[]): Promise<readonly TriedRoutes[]> =>
  Promise.all(TRIALS.map((trial) => runTrial(trial, chosen)));

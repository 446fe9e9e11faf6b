import { toActionLabels } from '../../../lesson/texts/actions/actionLabels.ts';
import { sayLookUps } from '../../../lesson/texts/panels/check/predict.ts';
import { sayPassed } from '../../../lesson/texts/practise/times.ts';
import {
  listDeciding,
  listSettingDifferences,
  readSettingAt,
} from '../../../lesson/texts/settings/changedSettings.ts';
import type { SettingPath } from '../../../lesson/texts/settings/settingDifferences.ts';
import { saySetting } from '../../../lesson/texts/settings/settingDifferences.ts';
import { explainSetting } from '../../../lesson/texts/settings/settingMeaning.ts';
import type { Action } from '../../../sim/action.ts';
import { DEFAULT_SETTINGS } from '../../../sim/settings.ts';
import type { Trace } from '../../../sim/trace.ts';

/** A setting in words, and what it does; `null` where its own words say that. */
export interface ToldSetting {
  readonly said: string;
  readonly meaning: string | null;
}

/** What has to be known of a run to judge it: the settings that are not the walk's, and what was done, in words. */
export interface RunContext {
  readonly settings: readonly ToldSetting[];
  readonly actions: readonly string[];
  /** Where time decides: how long each credential lasts, unless the settings say it, and what has passed. */
  readonly times: readonly string[];
}

/** What stands over all exercises, where nothing else is said (`EXERCISE_TEXTS.servers`), and an attack is not judged by. */
const SAID_OF_ALL: ReadonlySet<SettingPath> = new Set(['session.store', 'token.keptIn']);

const isAttack = ({ type }: Action) => type === 'crossSite' || type === 'injectScript';

const LIFETIMES: readonly SettingPath[] = ['session.lifetime', 'token.lifetime'];

/** Only what has a lifetime outlives the browser; and only a wait outlives a lifetime. */
const isTimed = (action: Action) =>
  action.type === 'wait' || (action.type === 'leave' && action.how === 'browser');

/** Tells a run in a few words, up to one of its Actions. `beside`: what is done in a run that is asked about with it. */
export function readContext(
  { scenario: { settings, actions }, frames }: Trace,
  lastAction = actions.length - 1,
  beside: readonly Action[] = [],
): RunContext {
  const done = actions.slice(0, lastAction + 1);
  const changed = listSettingDifferences(settings, DEFAULT_SETTINGS);
  const say = (path: SettingPath) => saySetting(readSettingAt(settings, path));
  const end = frames.findLast(({ actionIndex }) => actionIndex <= lastAction);
  const passed = (end?.session.state.clock ?? settings.start) - settings.start;
  const judged = { settings, actions: [...done, ...beside] };
  const deciding = listDeciding(judged).filter(
    (path) => judged.actions.some(isAttack) || !SAID_OF_ALL.has(path),
  );
  const lookUps = sayLookUps(settings, judged.actions);
  const unsaid = LIFETIMES.filter((path) => !changed.includes(path)).map(say);
  return {
    settings: [
      ...[...new Set([...changed, ...deciding])].map((path) => ({
        said: say(path),
        meaning: explainSetting(path, settings),
      })),
      ...(lookUps === null ? [] : [{ said: lookUps, meaning: null }]),
    ],
    actions: toActionLabels(done, settings.second !== undefined),
    times: done.some(isTimed) ? [...unsaid, ...(passed > 0 ? [sayPassed(passed)] : [])] : [],
  };
}

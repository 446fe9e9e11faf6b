import { CHANGES, isMeantFor } from '../../../lesson/exercises/endless.ts';
import type { Variation } from '../../../lesson/exercises/pick.ts';
import {
  listSettingDifferences,
  readSettingAt,
  restoreSetting,
} from '../../../lesson/texts/settings/changedSettings.ts';
import type { Action } from '../../../sim/action.ts';
import { toPossibleActions } from '../../../sim/possible/possibleActions.ts';
import { isSameAction } from '../../../sim/runs/isSameAction.ts';
import type { Run } from '../../../sim/runs/run.ts';
import type { SettingsChange } from '../../../sim/scenarios/toScenarios.ts';
import { changeSettings } from '../../../sim/scenarios/toScenarios.ts';
import { LOGIN_TO_LOGOUT } from '../../../sim/scenarios.ts';
import { DEFAULT_SETTINGS } from '../../../sim/settings.ts';
import type { Trace } from '../../../sim/trace.ts';
import { runScenario } from '../../../sim/trace.ts';

/** A run that differs in one thing from another, and in what. */
export interface VariedRun {
  readonly variation: Variation;
  readonly run: Run;
}

/** What may happen before the request that is asked about. */
const BEFORE: readonly Action[] = [
  { type: 'logout', fold: true },
  { type: 'restart' },
  { type: 'wait', until: 'token' },
  { type: 'leave', how: 'browser' },
];

/** A setting that decides about attacks, of one thing, and the attacks that it decides. */
interface OfAttacks {
  readonly change: SettingsChange;
  readonly attacks: readonly Action['type'][];
}

const SITES: OfAttacks['attacks'] = ['crossSite'];
const FORGED: OfAttacks['attacks'] = ['forge', 'tamper'];

const OF_ATTACKS: readonly OfAttacks[] = [
  { change: { session: { sameSite: 'lax' } }, attacks: SITES },
  { change: { session: { sameSite: 'strict' } }, attacks: SITES },
  { change: { session: { httpOnly: false } }, attacks: ['injectScript'] },
  { change: { session: { regenerate: false } }, attacks: ['plant'] },
  { change: { session: { regenerate: true } }, attacks: ['plant'] },
  { change: { token: { keptIn: 'cookie' } }, attacks: [...SITES, 'injectScript'] },
  { change: { token: { verifier: 'naive' } }, attacks: FORGED },
  { change: { token: { verifier: 'decode' } }, attacks: FORGED },
  { change: { token: { kid: true } }, attacks: FORGED },
];

/** What decides about a run that has a second server. */
const OF_SERVERS: SettingsChange = { sharedStore: true };

/** Lists the settings that decide about what is done in a run, each of one thing. */
const listMeant = ({ actions }: Run): readonly SettingsChange[] =>
  CHANGES.filter((telling) => isMeantFor(telling, actions)).map(({ change }) => change);

/** Lists the others that could decide about it. */
const listChanges = ({ settings, actions }: Run): readonly SettingsChange[] => [
  ...CHANGES.filter((telling) => !isMeantFor(telling, actions)).map(({ change }) => change),
  ...OF_ATTACKS.filter(({ attacks }) => actions.some(({ type }) => attacks.includes(type))).map(
    ({ change }) => change,
  ),
  ...(settings.second ? [OF_SERVERS] : []),
];

/** Without these there is nothing to ask of. */
const NEEDED: readonly Action['type'][] = ['login', 'steal'];

/** Runs some Actions under other settings than the walk's. */
export const runVaried = ({ settings, actions }: Run): Promise<Trace> =>
  runScenario({ ...LOGIN_TO_LOGOUT, settings, actions });

/** Lists what of `BEFORE` can be done before the last Action of a run. */
async function listPossible({ settings, actions }: Run): Promise<readonly Action[]> {
  const { frames } = await runVaried({ settings, actions: actions.slice(0, -1) });
  const last = frames.at(-1);
  const possible = last ? toPossibleActions(last, settings) : [];
  return BEFORE.filter((action) => possible.some((one) => isSameAction(one, action)));
}

/** Lists runs that differ from one in a single thing: what is taken away comes first, then the settings of what is done, then what else is added. */
export async function listVariations({ settings, actions }: Run): Promise<readonly VariedRun[]> {
  const asked = actions.length - 1;
  const away = listSettingDifferences(settings, DEFAULT_SETTINGS).flatMap(
    (path): readonly VariedRun[] => {
      // Without a second server nothing of the run could be done there; another address is another site;
      // and no browser takes SameSite=None without Secure.
      if (path === 'second' || path === 'origin') return [];
      if (path === 'session.secure' && settings.session.sameSite === 'none') return [];
      const run = { settings: restoreSetting(settings, DEFAULT_SETTINGS, path), actions };
      const setting = readSettingAt(DEFAULT_SETTINGS, path);
      return [{ variation: { type: 'setting', ...setting }, run }];
    },
  );
  const without = actions.flatMap((action, i): readonly VariedRun[] =>
    i === asked || NEEDED.includes(action.type)
      ? []
      : [
          {
            variation: { type: 'without', action },
            run: { settings, actions: actions.toSpliced(i, 1) },
          },
        ],
  );
  const before = (await listPossible({ settings, actions })).map(
    (action): VariedRun => ({
      variation: { type: 'before', action },
      run: { settings, actions: actions.toSpliced(asked, 0, action) },
    }),
  );
  const add = (change: SettingsChange): readonly VariedRun[] => {
    const run = { settings: changeSettings(change, settings), actions };
    const [path, ...more] = listSettingDifferences(run.settings, settings);
    if (!path || more.length > 0) return [];
    return [{ variation: { type: 'setting', ...readSettingAt(run.settings, path) }, run }];
  };
  const meant = listMeant({ settings, actions }).flatMap(add);
  const added = listChanges({ settings, actions }).flatMap(add);
  return [...away, ...without, ...meant, ...before, ...added];
}

import type { Action, ActionType } from '../../../sim/action.ts';
import type { Scenario } from '../../../sim/scenario.ts';
import type { Settings } from '../../../sim/settings.ts';
import { sayLookUps } from '../panels/check/predict.ts';
import type { SettingAt, SettingPath } from './settingDifferences.ts';
import { SETTING_PATHS, saySetting, toLeftOut } from './settingDifferences.ts';

type Members = Readonly<Record<string, unknown>>;

function readValue(settings: Settings, path: SettingPath): unknown {
  const [first = '', second] = path.split('.');
  const value = (settings as object as Members)[first];
  return second === undefined ? value : (value as Members)[second];
}

/** Reads the setting at a path; its value is `undefined` where it is left out. */
export const readSettingAt = (settings: Settings, path: SettingPath): SettingAt =>
  // What type stands at a path that is parted at run time, no type says.
  ({ path, value: readValue(settings, path) }) as SettingAt;

const write = (value: unknown, path: SettingPath): string | undefined =>
  JSON.stringify(value === undefined ? toLeftOut(path) : value);

function isOther(now: unknown, own: unknown, path: SettingPath): boolean {
  // Most are one and the same value, which need not be written out.
  return now !== own && write(now, path) !== write(own, path);
}

/** Lists the settings that are not the same in two runs; one that is left out is what that means. */
export const listSettingDifferences = (now: Settings, own: Settings): readonly SettingPath[] =>
  SETTING_PATHS.filter((path) => isOther(readValue(now, path), readValue(own, path), path));

function withMember<T extends object>(whole: T, name: string, value: unknown): T {
  const copy: Record<string, unknown> = { ...whole, [name]: value };
  // Left out, as the Scenarios do; an address would have `null` for it.
  if (value === undefined) delete copy[name];
  return copy as T;
}

/** Returns settings in which one is as in others. */
export function restoreSetting(settings: Settings, own: Settings, path: SettingPath): Settings {
  const [first = '', second] = path.split('.');
  const value = readValue(own, path);
  if (second === undefined) return withMember(settings, first, value);
  const part = (settings as object as Members)[first] as object;
  return withMember(settings, first, withMember(part, second, value));
}

/** What decides about what is done, and is to be known of a run that has it, also where it is the walk's. */
const DECIDING: Partial<Readonly<Record<ActionType, readonly SettingPath[]>>> = {
  crossSite: ['csrf', 'session.sameSite', 'token.keptIn'],
  injectScript: ['session.httpOnly', 'token.keptIn'],
  leave: ['token.keptIn'],
  restart: ['session.store'],
  changePassword: ['session.endAllAtPasswordChange', 'token.comparesIat'],
  logoutEverywhere: ['token.comparesIat'],
};

/** What means nothing where no server keeps a session. */
const STORE_ONLY: ReadonlySet<SettingPath> = new Set([
  'session.store',
  'session.endAllAtPasswordChange',
]);

type Judged = Pick<Scenario, 'settings' | 'actions'>;

/** Lists what decides about an Action; while secrets overlap a token has to say by which of them it was signed. */
const listDecidingOf = (action: Action): readonly SettingPath[] =>
  action.type === 'rotateSecret' && action.how === 'add'
    ? ['token.kid']
    : (DECIDING[action.type] ?? []);

/** Lists what decides about what is done in a run, where it means anything there. */
export function listDeciding({ settings, actions }: Judged): readonly SettingPath[] {
  const isStoreless = settings.session.dataIn === 'cookie';
  return [...new Set(actions.flatMap(listDecidingOf))].filter(
    (path) =>
      (readValue(settings, path) ?? toLeftOut(path)) !== undefined &&
      !(isStoreless && STORE_ONLY.has(path)),
  );
}

const say = ({ settings }: Judged, path: SettingPath) => saySetting(readSettingAt(settings, path));

/** Names what decides about what is done in a run, and who looks the user up where that decides. */
export function stateDeciding(run: Judged): readonly string[] {
  const lookUps = sayLookUps(run.settings, run.actions);
  return [
    ...listDeciding(run).map((path) => say(run, path)),
    ...(lookUps === null ? [] : [lookUps]),
  ];
}

/** Names what decides about a run, then the other settings that are not the walk's. */
export const stateSettings = (run: Judged, walk: Settings): readonly string[] => [
  ...new Set([
    ...stateDeciding(run),
    ...listSettingDifferences(run.settings, walk).map((path) => say(run, path)),
  ]),
];

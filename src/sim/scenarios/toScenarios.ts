import type { Action, ActionOf } from '../action.ts';
import type { Scenario } from '../scenario.ts';
import type { SessionSettings, Settings, TokenSettings, UserSettings } from '../settings.ts';
import { DEFAULT_SETTINGS } from '../settings.ts';

/** What a Scenario changes of the walk's settings. */
export type SettingsChange = Partial<Omit<Settings, 'session' | 'token' | 'user'>> & {
  readonly session?: Partial<SessionSettings>;
  readonly token?: Partial<TokenSettings>;
  readonly user?: Partial<UserSettings>;
};

/** Returns settings, the walk's when not said otherwise, with a change. */
export function changeSettings(
  change: SettingsChange,
  base: Settings = DEFAULT_SETTINGS,
): Settings {
  return {
    ...base,
    ...change,
    user: { ...base.user, ...change.user },
    session: { ...base.session, ...change.session },
    token: { ...base.token, ...change.token },
  };
}

interface Entry<Id extends string> {
  readonly id: Id;
  readonly title: string;
  readonly question: string;
  readonly change?: SettingsChange;
  readonly actions: readonly Action[];
}

/** Makes Scenarios of a group's entries; their IDs stay known to the compiler. */
export function toScenarios<const Id extends string>(
  entries: readonly Entry<Id>[],
): readonly (Scenario & { readonly id: Id })[] {
  return entries.map(({ change = {}, actions, id, title, question }) => ({
    ...{ id, title, question },
    settings: changeSettings(change),
    actions,
  }));
}

// The commonest Actions, each as one Step where the step itself is not the point.
export const LOGIN: ActionOf<'login'> = { type: 'login', fold: true };
export const LOGOUT: ActionOf<'logout'> = { type: 'logout', fold: true };
export const REQUEST: ActionOf<'request'> = { type: 'request', fold: true };
export const START_SLOW: Action = { type: 'startSlow' };
export const FINISH_SLOW: Action = { type: 'finishSlow' };
export const BACK: Action = { type: 'back' };
export const STEAL: Action = { type: 'steal' };
export const REPLAY: ActionOf<'replay'> = { type: 'replay', fold: true };
export const END: Action = { type: 'end' };
export const wait = (seconds: number): Action => ({ type: 'wait', seconds });

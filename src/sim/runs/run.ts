import type { Action } from '../action.ts';
import type { JsonObject } from '../bytes/json.ts';
import type { Settings } from '../settings.ts';
import { isSame, toDifference } from './difference.ts';
import { listOwnSecrets, toSharedSecond } from './runSecrets.ts';

/** A run that can be opened again. */
export interface Run {
  readonly settings: Settings;
  readonly actions: readonly Action[];
}

/** Stands in a shared run for any wrong password that was typed. */
export const WRONG_PASSWORD = 'wrong horse';

function listTexts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return [...Object.keys(value), ...Object.values(value).flatMap(listTexts)];
}

/** A payload that repeats a secret is not shared. */
function isShareable(payload: JsonObject, secrets: readonly string[]): boolean {
  const texts = listTexts(payload);
  return !secrets.some((secret) => texts.some((item) => item.includes(secret)));
}

/** Leaves out every secret, the password, and a payload that repeats a secret and is not the one that is `known`. */
function toShareable(settings: Settings, known: JsonObject | undefined): object {
  const { session, token, user, payload, second: _, ...rest } = settings;
  const { secrets: _s, ...sessionRest } = session;
  const { secret: _t, ...tokenRest } = token;
  const { password: _p, ...userRest } = user;
  const shareable =
    payload && (isSame(payload, known) || isShareable(payload, listOwnSecrets(settings)));
  return {
    ...rest,
    ...{ user: userRest, session: sessionRest, token: tokenRest },
    ...(shareable && { payload }),
    second: toSharedSecond(settings),
  };
}

/** Returns what a run's settings change of others that the reader has; no secret and no password is in it. */
export function toSharedSettings(settings: Settings, base: Settings): object {
  const { payload } = base;
  return toDifference(toShareable(settings, payload), toShareable(base, payload));
}

/** Returns Actions in which no typed password stands: only whether it was the right one. */
export function toSharedActions({ settings, actions }: Run): readonly Action[] {
  const firstChange = actions.findIndex(({ type }) => type === 'changePassword');
  return actions.map((action, i) => {
    if (action.type !== 'login' || action.password === undefined) return action;
    const { password, ...rest } = action;
    // Left out, it is the one that is right then: after a change that is another one.
    const isRight = password === settings.user.password && (firstChange < 0 || i < firstChange);
    return isRight ? rest : { ...rest, password: WRONG_PASSWORD };
  });
}

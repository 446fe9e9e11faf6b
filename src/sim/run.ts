import type { Action } from './action.ts';
import { isSame, toDifference } from './difference.ts';
import type { JsonObject } from './json.ts';
import type { SecondServer, Settings } from './settings.ts';
import { DEFAULT_SETTINGS, SECOND_SECRETS } from './settings.ts';

/** A run that can be opened again. */
export interface Run {
  readonly settings: Settings;
  readonly actions: readonly Action[];
}

/** Stands in a shared run for any wrong password that was typed. */
export const WRONG_PASSWORD = 'wrong horse';

function listOwnSecrets({ session, token, user, second }: Settings): readonly string[] {
  const base = DEFAULT_SETTINGS;
  const demo = new Set<string>([
    ...base.session.secrets,
    base.token.secret,
    base.user.password,
    ...SECOND_SECRETS.sessionSecrets,
    SECOND_SECRETS.tokenSecret,
  ]);
  const all = [...session.secrets, token.secret, user.password];
  const seconds = [...(second?.sessionSecrets ?? []), second?.tokenSecret ?? token.secret];
  return [...all, ...seconds].filter((secret) => !demo.has(secret));
}

/** Tells whether a run has secrets of its own, which are not shared with it. */
export const hasOwnSecrets = ({ settings }: Run): boolean => listOwnSecrets(settings).length > 0;

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

/** Instead of the second server's secrets it is only said which are its own. */
export interface SharedSecond {
  readonly clockOffset?: number;
  readonly otherSessionSecret?: true;
  readonly otherTokenSecret?: true;
}

function toSharedSecond({ session, token, second }: Settings): SharedSecond | undefined {
  if (!second) return undefined;
  const { clockOffset, sessionSecrets, tokenSecret } = second;
  const otherSession = sessionSecrets && !isSame(sessionSecrets, session.secrets);
  const otherToken = tokenSecret !== undefined && tokenSecret !== token.secret;
  return {
    ...(clockOffset !== undefined && { clockOffset }),
    ...(otherSession && { otherSessionSecret: true }),
    ...(otherToken && { otherTokenSecret: true }),
  };
}

/** Gives the second server demo secrets where it had its own. */
export function toSecondServer(shared: SharedSecond): SecondServer {
  const { otherSessionSecret, otherTokenSecret, ...rest } = shared;
  return {
    ...rest,
    ...(otherSessionSecret && { sessionSecrets: SECOND_SECRETS.sessionSecrets }),
    ...(otherTokenSecret && { tokenSecret: SECOND_SECRETS.tokenSecret }),
  };
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
  return actions.map((action) => {
    if (action.type !== 'login' || action.password === undefined) return action;
    const { password, ...rest } = action;
    return password === settings.user.password ? rest : { ...rest, password: WRONG_PASSWORD };
  });
}

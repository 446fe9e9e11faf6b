import { isObject } from '../bytes/json.ts';
import type { SecondServer, Settings } from '../settings.ts';
import { DEFAULT_SETTINGS, SECOND_SECRETS } from '../settings.ts';
import { isSame } from './difference.ts';

/** Lists the secrets and passwords of settings that are none of the demo's. */
export function listOwnSecrets({ session, token, user, second }: Settings): readonly string[] {
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

/** Instead of the second server's secrets it is only said which are its own. */
export interface SharedSecond extends Omit<SecondServer, 'sessionSecrets' | 'tokenSecret'> {
  readonly otherSessionSecret?: true;
  readonly otherTokenSecret?: true;
}

/** Returns what is shared of the second server; of equal secrets nothing is said. */
export function toSharedSecond({ session, token, second }: Settings): SharedSecond | undefined {
  if (!second) return undefined;
  const { sessionSecrets, tokenSecret, ...rest } = second;
  const otherSession = sessionSecrets && !isSame(sessionSecrets, session.secrets);
  const otherToken = tokenSecret !== undefined && tokenSecret !== token.secret;
  return {
    ...rest,
    ...(otherSession && { otherSessionSecret: true }),
    ...(otherToken && { otherTokenSecret: true }),
  };
}

/** Gives the second server demo secrets where it had its own. */
function toSecondServer(shared: SharedSecond): SecondServer {
  const { otherSessionSecret, otherTokenSecret, ...rest } = shared;
  return {
    ...rest,
    ...(otherSessionSecret && { sessionSecrets: SECOND_SECRETS.sessionSecrets }),
    ...(otherTokenSecret && { tokenSecret: SECOND_SECRETS.tokenSecret }),
  };
}

/** Secrets never come from outside, whoever put them there. */
export function dropSecrets(settings: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const without = (part: unknown, ...names: string[]) =>
    isObject(part)
      ? Object.fromEntries(Object.entries(part).filter(([key]) => !names.includes(key)))
      : part;
  const kept: Record<string, unknown> = { ...settings };
  if ('session' in kept) kept.session = without(kept.session, 'secrets');
  if ('token' in kept) kept.token = without(kept.token, 'secret');
  if ('user' in kept) kept.user = without(kept.user, 'password');
  if ('second' in kept && isObject(kept.second)) {
    kept.second = toSecondServer(
      without(kept.second, 'sessionSecrets', 'tokenSecret') as SharedSecond,
    );
  }
  return kept;
}

type Named = readonly [named: unknown, inUse: unknown];

/** Tells whether settings, checked or not, name a secret or a password that is not the one in use. */
export function namesOtherSecrets(settings: object, inUse: Settings): boolean {
  const parts: Readonly<Record<string, unknown>> = { ...settings };
  const read = (part: string, name: string) => {
    const members = parts[part];
    return isObject(members) ? members[name] : undefined;
  };
  const { session, token, user, second } = inUse;
  const all: readonly Named[] = [
    [read('session', 'secrets'), session.secrets],
    [read('token', 'secret'), token.secret],
    [read('user', 'password'), user.password],
    [read('second', 'sessionSecrets'), second?.sessionSecrets ?? session.secrets],
    [read('second', 'tokenSecret'), second?.tokenSecret ?? token.secret],
  ];
  return all.some(([named, used]) => named !== undefined && !isSame(named, used));
}

/** Tells whether settings have secrets that do not come back to a reader who has the settings `base`. */
export function hasOwnSecrets(settings: Settings, base: Settings): boolean {
  const shared = toSharedSecond(settings);
  const { second: known, ...rest } = base;
  const second = isSame(shared, toSharedSecond(base)) ? known : shared && toSecondServer(shared);
  return namesOtherSecrets(settings, { ...rest, ...(second && { second }) });
}

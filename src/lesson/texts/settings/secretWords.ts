import type { Strategy } from '../../../sim/strategy.ts';

/** What stands beside the secrets, wherever they are. */
export const SECRETS_NOTE =
  'Secrets stay in this page’s memory: they are in no address, no storage and no saved run, and neither is a payload that repeats one.';

/** What the secrets cannot show in some Scenarios. */
export const DRAWN_SECRETS_NOTE =
  'In this run the servers draw their secrets when they start, so these are not used.';
export const SECOND_SECRETS_NOTE =
  'In this scenario server B has secrets of its own; these are server A’s.';

/** What a small secret means, by what it signs. */
const WEAK_SECRET_WORDS: Readonly<Record<Strategy, string>> = {
  session:
    '. It is taken, but the session’s cookie is signed with it by HMAC: from one cookie, a short secret can be guessed offline.',
  token:
    ', under the 32 that RFC 7518 section 3.2 demands for HS256. It is taken, and is easier to guess.',
};

/** Says how large a secret is and, where it is small, what that means for what it signs. */
export function describeSecret(bytes: number, weakFor: Strategy | null): string {
  const size = `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
  return weakFor ? `Warning: ${size}${WEAK_SECRET_WORDS[weakFor]}` : size;
}

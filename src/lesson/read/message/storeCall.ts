import { DENY_LIST, REFRESH_STORE } from '../../../sim/actors.ts';
import type { Message } from '../../../sim/message.ts';
import type { FailureCode } from '../../../sim/outcome.ts';
import type { Moment } from '../moment.ts';
import { isUserCall, listStoreCalls } from '../traffic.ts';

const VERBS = ['get', 'set', 'touch', 'destroy', 'trade', 'all'] as const;
export type StoreVerb = (typeof VERBS)[number];

/** What a call to a store does or finds. */
export type StoreResult =
  | {
      readonly did:
        | Exclude<StoreVerb, 'all'>
        | 'foundNothing'
        /** A refresh token that is not traded in any more. */
        | 'foundUsed'
        | 'foundExpired'
        /** A user of whom no token was ended. */
        | 'foundNoneEnded';
    }
  /** The second since when a user's tokens hold. */
  | { readonly did: 'foundSince'; readonly since: number }
  | { readonly did: 'counted'; readonly records: number };

/** A call to a store. */
export interface StoreCall {
  readonly store: 'sessions' | 'denyList' | 'refreshTokens' | 'users';
  readonly verb: StoreVerb;
  /** What it is about; `null`: all that is there. */
  readonly key: string | null;
  readonly result: StoreResult;
}

function toVerb(method: string): StoreVerb {
  const verb = VERBS.find((one) => one === method);
  if (!verb) throw new TypeError(`no store has the method ${method}`);
  return verb;
}

function toStore(message: Message): StoreCall['store'] {
  if (isUserCall(message)) return 'users';
  if (message.to === DENY_LIST) return 'denyList';
  return message.to === REFRESH_STORE ? 'refreshTokens' : 'sessions';
}

function toResult(message: Message, verb: StoreVerb, failure: FailureCode | null): StoreResult {
  const { body } = message;
  if (isUserCall(message))
    return body === null ? { did: 'foundNoneEnded' } : { did: 'foundSince', since: Number(body) };
  if (verb === 'all') return { did: 'counted', records: Number(body) };
  if ((verb === 'get' || verb === 'trade') && body === null) return { did: 'foundNothing' };
  if (verb === 'trade' && failure === 'refreshReused') return { did: 'foundUsed' };
  if (verb === 'trade' && failure === 'refreshExpired') return { did: 'foundExpired' };
  return { did: verb };
}

/** Reads what a call to a store asks for, and what it comes to. */
export function toStoreCall(message: Message, { lane: { outcome } }: Moment): StoreCall {
  const verb = toVerb(message.method);
  return {
    store: toStore(message),
    verb,
    key: verb === 'all' ? null : message.target,
    result: toResult(message, verb, outcome.failure),
  };
}

/** Reads the calls to a store in a step, in order. */
export const readStoreCalls = (moment: Moment): readonly StoreCall[] =>
  listStoreCalls(moment.lane).map((call) => toStoreCall(call, moment));

import type { ActionOf, ActionType } from './action.ts';
import { dropExpiredCookies } from './client/client.ts';
import type { CopyCheck } from './outcome.ts';
import { done, idle } from './outcome.ts';
import type { Recorder } from './recorder.ts';
import type { Settings } from './settings.ts';
import type { ServerState, State } from './state.ts';

type Runner<T extends ActionType> = (recorder: Recorder, action: ActionOf<T>) => Promise<void>;

/** One strategy: where it starts, and how it runs each Action (every phase once, in order). */
export interface Lane {
  start(settings: Settings): State;
  readonly actions: { readonly [T in ActionType]: Runner<T> };
}

interface StartParts {
  readonly clients: readonly string[];
  readonly servers: readonly (Pick<ServerState, 'secrets' | 'store'> & { readonly id: string })[];
  readonly stores: readonly string[];
}

/** Makes the State of frame 0: nobody holds a credential, the servers hold their secrets. */
export function makeStart(settings: Settings, parts: StartParts): State {
  const { start, origin } = settings;
  const client = {
    origin,
    jar: [],
    storage: { memory: {}, localStorage: {} },
    loot: [],
    discarded: null,
  };
  const server = { origin, clockOffset: 0, denyList: null, handling: null };
  return {
    clock: start,
    clients: Object.fromEntries(parts.clients.map((id) => [id, client])),
    servers: Object.fromEntries(
      parts.servers.map(({ id, secrets, store }) => [id, { ...server, secrets, store }]),
    ),
    stores: Object.fromEntries(parts.stores.map((id) => [id, { sessions: {} }])),
    draws: { sid: 0, jti: 0, refresh: 0 },
  };
}

type CheckCopy = (settings: Settings, state: State) => Promise<CopyCheck | null>;

/** Lets time pass; what expires meanwhile is found out by whoever looks next. */
export async function passTime(
  recorder: Recorder,
  { seconds }: ActionOf<'wait'>,
  checkCopy: CheckCopy,
): Promise<void> {
  if (!Number.isSafeInteger(seconds) || seconds < 0)
    throw new RangeError(`wait of ${seconds} s is not a non-negative integer`);
  let state: State = { ...recorder.state, clock: recorder.state.clock + seconds };
  for (const id of Object.keys(state.clients)) state = dropExpiredCookies(state, id);
  recorder.set(state);
  recorder.finish('wait.pass', done({ copy: await checkCopy(recorder.settings, state) }));
}

/** Ends a run: nothing happens, and what is left is looked at. */
export async function rest(recorder: Recorder, checkCopy: CheckCopy): Promise<void> {
  const copy = await checkCopy(recorder.settings, recorder.state);
  recorder.finish('end.rest', { ...idle('ended'), copy });
}

import type { ActionOf, ActionType, StepKind } from '../action.ts';
import type { ClientId } from '../actors.ts';
import { CLIENT } from '../actors.ts';
import { dropExpiredCookies } from '../client/client.ts';
import type { CopyCheck, Outcome } from '../outcome.ts';
import { done, idle } from '../outcome.ts';
import type { Settings } from '../settings.ts';
import type { State } from '../state.ts';
import type { Recorder } from './recorder.ts';

/** Runs one kind of Action in one lane. */
export type Runner<T extends ActionType> = (
  recorder: Recorder,
  action: ActionOf<T>,
) => Promise<void>;

/** One strategy: where it starts, and how it runs each Action (every phase once, in order). */
export interface Lane {
  start(settings: Settings): State;
  readonly actions: { readonly [T in ActionType]: Runner<T> };
}

/** Tries what copies would get; first the credential that `owner` dropped, the user's first browser when left out. */
export type CheckCopy = (
  settings: Settings,
  state: State,
  owner?: ClientId,
) => Promise<CopyCheck | null>;

/** Finishes a Step that decides nothing, and says what a copy of the credential would get now. */
export async function finishWithCopy(
  recorder: Recorder,
  kind: StepKind,
  outcome: Outcome,
  checkCopy: CheckCopy,
  owner?: ClientId,
): Promise<void> {
  const copy = await checkCopy(recorder.settings, recorder.state, owner);
  recorder.finish(kind, { ...outcome, copy });
}

/** Lets time pass; what expires meanwhile is found out by whoever looks next. */
export async function passTime(
  recorder: Recorder,
  { seconds = 0 }: ActionOf<'wait'>,
  checkCopy: CheckCopy,
): Promise<void> {
  if (!Number.isSafeInteger(seconds) || seconds < 0)
    throw new RangeError(`wait of ${seconds} s is not a non-negative integer`);
  let state: State = { ...recorder.state, clock: recorder.state.clock + seconds };
  const held = state.clients[CLIENT]?.jar.length ?? 0;
  for (const id of Object.keys(state.clients)) state = dropExpiredCookies(state, id);
  const lapsed = (state.clients[CLIENT]?.jar.length ?? 0) < held && ({ lapsed: true } as const);
  recorder.set(state);
  const copy = await checkCopy(recorder.settings, state);
  recorder.finish('wait.pass', done({ copy, ...lapsed }));
}

/** Ends a run: nothing happens, and what is left is looked at. */
export async function rest(recorder: Recorder, checkCopy: CheckCopy): Promise<void> {
  const copy = await checkCopy(recorder.settings, recorder.state);
  recorder.finish('end.rest', { ...idle('ended'), copy });
}

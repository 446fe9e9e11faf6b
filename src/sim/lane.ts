import type { Action, ActionOf, ActionType, StepKind } from './action.ts';
import { CLIENT } from './actors.ts';
import { dropExpiredCookies } from './client/client.ts';
import type { CopyCheck, Outcome } from './outcome.ts';
import { done, idle } from './outcome.ts';
import type { Recorder } from './recorder.ts';
import type { Settings } from './settings.ts';
import type { State } from './state.ts';

type Runner<T extends ActionType> = (recorder: Recorder, action: ActionOf<T>) => Promise<void>;

/** One strategy: where it starts, and how it runs each Action (every phase once, in order). */
export interface Lane {
  start(settings: Settings): State;
  readonly actions: { readonly [T in ActionType]: Runner<T> };
}

/** The Actions that the walk does not have, whose code is loaded when the first of them is run. */
const WHAT_IFS = [
  ...(['restart', 'forget', 'steal', 'replay', 'tamper', 'forge', 'injectScript'] as const),
  ...(['crossSite', 'plant', 'rotateSecret', 'ban', 'demote', 'refresh'] as const),
];
export type WhatIfRunners = Pick<Lane['actions'], (typeof WHAT_IFS)[number]>;

/** Makes runners that load the real ones first, so that the walk does not wait for them. */
export function runLater(load: () => Promise<WhatIfRunners>): WhatIfRunners {
  const toRunner = (type: keyof WhatIfRunners) => async (recorder: Recorder, action: Action) =>
    ((await load())[type] as (recorder: Recorder, action: Action) => Promise<void>)(
      recorder,
      action,
    );
  return Object.fromEntries(WHAT_IFS.map((type) => [type, toRunner(type)])) as WhatIfRunners;
}

export type CheckCopy = (settings: Settings, state: State) => Promise<CopyCheck | null>;

/** Finishes a Step that decides nothing, and says what a copy of the credential would get now. */
export async function finishWithCopy(
  recorder: Recorder,
  kind: StepKind,
  outcome: Outcome,
  checkCopy: CheckCopy,
): Promise<void> {
  const copy = await checkCopy(recorder.settings, recorder.state);
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

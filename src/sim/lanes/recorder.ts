import type { StepKind } from '../action.ts';
import type { Message } from '../message.ts';
import type { Outcome } from '../outcome.ts';
import { toStoreLatency } from '../possible/outsideStore.ts';
import type { Settings } from '../settings.ts';
import type { State } from '../state.ts';

/** How many signatures the servers of a lane made and checked; one, also where several secrets are tried. */
export interface Signatures {
  readonly made: number;
  readonly checked: number;
}

/** Is what all steps without a signature have; one object for all of them. */
export const NO_SIGNATURES: Signatures = { made: 0, checked: 0 };

/** Adds up what was made and checked. */
export const addSignatures = (a: Signatures, b: Signatures): Signatures =>
  b === NO_SIGNATURES ? a : { made: a.made + b.made, checked: a.checked + b.checked };

/** What one lane did in one phase of an Action. */
export interface LaneStep {
  readonly kind: StepKind;
  readonly state: State;
  readonly messages: readonly Message[];
  readonly signatures: Signatures;
  readonly outcome: Outcome;
}

/** Collects what a lane does while it runs an Action. The States themselves are never changed. */
export interface Recorder {
  readonly settings: Settings;
  /** The State as of now; replaced by `set`. */
  readonly state: State;
  set(state: State): void;
  send(message: Message): void;
  /** Notes that a server makes or checks a signature. */
  countSignature(deed: keyof Signatures): void;
  /** Notes those that were made and checked elsewhere. */
  addSignatures(more: Signatures): void;
  /** Sends calls to the session store, all at once, and waits until it has answered. */
  askStore(...calls: readonly Message[]): void;
  /** Waits for the session store once more, for a call that is on record already. */
  waitForStore(): void;
  /** Ends a phase with its outcome. */
  finish(kind: StepKind, outcome: Outcome): void;
}

/** Starts recording at a State; `steps` fills as phases finish. */
export function startRecording(
  settings: Settings,
  start: State,
): { recorder: Recorder; steps: LaneStep[] } {
  const steps: LaneStep[] = [];
  let state = start;
  let messages: Message[] = [];
  let signatures = NO_SIGNATURES;
  let waitedMs = 0;
  const latency = toStoreLatency(settings);
  const recorder: Recorder = {
    settings,
    get state() {
      return state;
    },
    set(next) {
      state = next;
    },
    send(message) {
      messages.push(message);
    },
    countSignature(deed) {
      signatures = { ...signatures, [deed]: signatures[deed] + 1 };
    },
    addSignatures(more) {
      signatures = addSignatures(signatures, more);
    },
    askStore(...calls) {
      messages.push(...calls);
      if (calls.length > 0) waitedMs += latency;
    },
    waitForStore() {
      waitedMs += latency;
    },
    finish(kind, outcome) {
      const told = waitedMs > 0 ? { ...outcome, waitedMs } : outcome;
      steps.push({ kind, state, messages, signatures, outcome: told });
      messages = [];
      signatures = NO_SIGNATURES;
      waitedMs = 0;
    },
  };
  return { recorder, steps };
}

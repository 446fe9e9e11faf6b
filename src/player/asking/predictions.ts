import { create } from 'zustand';
import { findFault, type Keeping, type KeptFault, keepStore, readKept } from '../kept/keepStore.ts';
import { getOwn, parseVersioned } from '../kept/parseVersioned.ts';
import type { SafeStorage } from '../kept/storage.ts';
import { SCENARIO_IDS } from '../runs/scenarioIds.ts';

/** What was said before each step that asks, by `toPredictionKey`; `null`: it was skipped. */
export type Predictions = Readonly<Record<string, string | null>>;

interface PredictionState {
  readonly answers: Predictions;
}

interface PredictionVerbs {
  say(key: string, said: string | null): void;
  /** Takes all back, so that all is asked again. */
  forget(): void;
}

/** Where they are kept. */
export const PREDICTIONS_KEY = 'authtrace.predictions';

const MAX_STEP = 99;
const MAX_TEXT = 400;

/** Names the question before a step of a Scenario. */
export const toPredictionKey = (scenarioId: string, step: number): string =>
  `${scenarioId}/${step}`;

function isKey(key: string): boolean {
  const [id = '', step = '', ...rest] = key.split('/');
  const isStep = /^[1-9][0-9]?$/.test(step) && Number(step) <= MAX_STEP;
  return rest.length === 0 && isStep && SCENARIO_IDS.includes(id);
}

const isSaid = (said: unknown): said is string | null =>
  said === null || (typeof said === 'string' && said.length <= MAX_TEXT);

/** Reads them from any text; what is missing or wrong is as if never asked. Whether one is right is never kept. */
export function parsePredictions(text: string | null): PredictionState {
  const kept = getOwn(parseVersioned(text), 'answers');
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return { answers: {} };
  const own = Object.entries(kept).filter(
    (entry): entry is [string, string | null] => isKey(entry[0]) && isSaid(entry[1]),
  );
  return { answers: Object.fromEntries(own) };
}

/** Writes them as the text that `parsePredictions` reads. */
export const formatPredictions = ({ answers }: PredictionState): string =>
  JSON.stringify({ version: 1, answers });

const KEEPING: Keeping<PredictionState> = {
  key: PREDICTIONS_KEY,
  parse: parsePredictions,
  format: formatPredictions,
  // Who forgets means all of them, those of other tabs too.
  merge: (kept, _before, now) =>
    Object.keys(now.answers).length === 0 ? now : { answers: { ...kept.answers, ...now.answers } },
  hear: (kept) => kept,
};

/** Creates their store, nothing said yet. */
export function createPredictions() {
  return create<PredictionState & PredictionVerbs>()((set) => ({
    answers: {},
    say: (key, said) => set(({ answers }) => ({ answers: { ...answers, [key]: said } })),
    forget: () => set({ answers: {} }),
  }));
}

export type PredictionsStore = ReturnType<typeof createPredictions>;

/** Restores what was kept, and reports what is wrong with it; then keeps each change. Returns what ends it. */
export function keepPredictions(
  predictions: PredictionsStore,
  storage: SafeStorage,
  report: (fault: KeptFault) => void = () => {},
): () => void {
  const kept = readKept(storage, PREDICTIONS_KEY);
  predictions.setState(parsePredictions(kept));
  const fault = findFault(kept, formatPredictions(predictions.getState()));
  if (fault) report(fault);
  return keepStore<PredictionState>(predictions, storage, KEEPING);
}

/** The page's predictions; `usePredictions((predictions) => predictions.answers)`. */
export const usePredictions = createPredictions();

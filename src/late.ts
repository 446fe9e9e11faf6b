import { PART_NAMES } from './lesson/texts/shell/partNames.ts';
import { aboutPart, resultPart } from './panels/about/About.tsx';
import { ownRunPart } from './panels/ownRun/OwnRun.tsx';
import { predictPart } from './panels/predict/Asking.tsx';
import { keyListPart } from './panels/shortcuts/Shortcuts.tsx';
import { AROUND_PARTS } from './panels/stage/Stage.tsx';
import { whenUsed } from './player/whenUsed.ts';
import { toIsland } from './ui/islands/island.ts';
import { wakeInTurn } from './ui/islands/wakeIslands.ts';

/** What Reference looks up, from its top down. */
const REFERENCE = {
  http: toIsland(PART_NAMES.http, () =>
    import('./panels/wire/HttpMessages.tsx').then((m) => m.HttpMessages),
  ),
  code: toIsland(PART_NAMES.code, () =>
    import('./panels/code/CodeSample.tsx').then((m) => m.CodeSample),
  ),
  moments: toIsland(PART_NAMES.moments, () =>
    import('./panels/keyMoments/KeyMoments.tsx').then((m) => m.KeyMoments),
  ),
  holders: toIsland(PART_NAMES.holders, () =>
    import('./panels/holders/Holders.tsx').then((m) => m.Holders),
  ),
  counts: toIsland(PART_NAMES.counts, () =>
    import('./panels/counts/Counts.tsx').then((m) => m.Counts),
  ),
  snapshot: toIsland(PART_NAMES.snapshot, () =>
    import('./panels/snapshot/Snapshot.tsx').then((m) => m.Snapshot),
  ),
  transcript: toIsland(PART_NAMES.transcript, () =>
    import('./panels/transcript/Transcript.tsx').then((m) => m.Transcript),
  ),
  glossary: toIsland(PART_NAMES.glossary, () =>
    import('./panels/glossary/Glossary.tsx').then((m) => m.Glossary),
  ),
} as const;

/** The parts of the page that are HTML first. */
export const ISLANDS = {
  tracker: toIsland(PART_NAMES.tracker, () =>
    import('./panels/tracker/VariableTracker.tsx').then((m) => m.VariableTracker),
  ),
  flow: toIsland(PART_NAMES.flow, () =>
    import('./panels/flowDiagram/FlowDiagram.tsx').then((m) => m.FlowDiagram),
  ),
  questions: toIsland(PART_NAMES.questions, () =>
    import('./panels/questions/Questions.tsx').then((m) => m.Questions),
  ),
  settings: toIsland(PART_NAMES.settings, () =>
    import('./panels/settings/Settings.tsx').then((m) => m.Settings),
  ),
  inspect: toIsland(PART_NAMES.inspect, () =>
    import('./panels/inspect/Inspect.tsx').then((m) => m.Inspect),
  ),
  ...REFERENCE,
  contents: toIsland(PART_NAMES.contents, () =>
    import('./panels/contents/Contents.tsx').then((m) => m.Contents),
  ),
  practise: toIsland(PART_NAMES.practise, () =>
    import('./panels/practise/Practise.tsx').then((m) => m.Practise),
  ),
  quiz: toIsland(PART_NAMES.quiz, () => import('./panels/quiz/Quiz.tsx').then((m) => m.Quiz)),
  progress: toIsland(PART_NAMES.progress, () =>
    import('./panels/progress/Progress.tsx').then((m) => m.Progress),
  ),
  footer: toIsland(PART_NAMES.footer, () =>
    import('./panels/footer/Footer.tsx').then((m) => m.Footer),
  ),
} as const;

/** What other runs than the walk show at once. */
const RUN_PARTS = [aboutPart, resultPart, ownRunPart, ...Object.values(AROUND_PARTS)];

/** Loads what another run than the walk needs to be shown whole. Never rejects. */
export const loadRunParts = () => Promise.allSettled(RUN_PARTS.map(({ load }) => load()));

/**
 * Wakes what the walk shows when the browser is idle, and fetches the code of the rest as soon as the
 * page is used, so that it waits for no network then. The signal ends it.
 */
export async function fetchLateParts(signal: AbortSignal): Promise<void> {
  import('./player/startAfterFirstPaint.ts').then(
    ({ startAfterFirstPaint }) => startAfterFirstPaint(window, signal),
    () => {},
  );
  // What is in other places wakes when they are opened: it costs whoever does not nothing.
  await wakeInTurn([ISLANDS.tracker, ISLANDS.flow], signal);
  // Its contents stand above it. As HTML a part tells the walk, which is not the run of whoever looks it up.
  void ISLANDS.contents.alive.then(() => wakeInTurn(Object.values(REFERENCE), signal));
  // Whoever is offline may want to know the keys.
  await keyListPart.load().catch(() => {});
  await import('./panels/handout/showOnPaper.ts')
    .then(({ showOnPaper }) => showOnPaper(window, signal))
    .catch(() => {});
  if (signal.aborted) return;
  // For the tests: what is below answers too.
  document.documentElement.dataset.alive = '';
  await whenUsed(window);
  // What the next steps can bring has to be there at once.
  for (const { load } of [predictPart, resultPart]) await load().catch(() => {});
  await import('./ui/islands/keepFiles.ts')
    .then(({ keepFiles }) => keepFiles(signal))
    .catch(() => {});
  if (signal.aborted) return;
  // After the files have come for the page itself: its worker finds them where the browser keeps them.
  await import('./ui/islands/keepOffline.ts')
    .then(({ keepOffline }) => keepOffline(window))
    .catch(() => {});
}

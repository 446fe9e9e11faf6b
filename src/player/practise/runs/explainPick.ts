import type { Exercise } from '../../../lesson/exercises/exercise.ts';
import type { LanePick, Pick } from '../../../lesson/exercises/pick.ts';
import { findPlace } from '../../../lesson/exercises/pick.ts';
import type { Telling } from '../../../lesson/telling.ts';
import type { WhichSubject } from '../../../lesson/told/question.ts';
import { askFor, isSoIn, isTried, isWhich, readTexts } from '../../../lesson/told/question.ts';
import type { Run } from '../../../sim/runs/run.ts';
import { runScenarioById, tellRun } from '../../runs/makeRun.ts';
import { createYieldToPage, SHORT_STRETCH_MS } from '../../runs/yieldToPage.ts';
import { runSiblings } from './makeExercise.ts';
import { listVariations, runVaried } from './variations.ts';

const LANES = ['session', 'token'] as const;

/** The step of a run's last Action at which it is decided; its very last one where nobody asks. */
function findDeciding({ run: { lastStep, scenario }, at }: Telling): number {
  const asked = scenario.actions.length - 1;
  for (let step = lastStep; at(step).actionIndex === asked; step -= 1) {
    if (isTried(at(step))) return step;
  }
  return lastStep;
}

async function answer(run: Run, subject: WhichSubject): Promise<string> {
  const { telling } = tellRun(await runVaried(run));
  return askFor(telling, subject, findDeciding(telling))?.right ?? '';
}

/** Looks for what would have made each lane come out as it was said, by running that. */
export async function explainWhich(
  run: Run,
  subject: WhichSubject,
  right: string,
  said: string,
  about: WhichSubject['about'] = subject.about,
): Promise<Pick | null> {
  // What does not come out alike when it is run alone cannot be compared.
  if ((await answer(run, subject)) !== right) return null;
  const open = LANES.filter((lane) => isSoIn(said, lane) !== isSoIn(right, lane));
  const found = new Map<string, LanePick['variation']>();
  const pause = createYieldToPage(SHORT_STRETCH_MS);
  for (const { variation, run: varied } of await listVariations(run)) {
    await pause();
    const came = await answer(varied, subject);
    // What makes the whole answer come true is what was meant: no lane is told of by anything else.
    if (came === said) {
      for (const lane of open) found.set(lane, variation);
      break;
    }
    for (const lane of open) {
      if (!found.has(lane) && isSoIn(came, lane) === isSoIn(said, lane)) found.set(lane, variation);
    }
  }
  const lanes = open.map((lane) => ({
    lane,
    isSo: isSoIn(said, lane),
    variation: found.get(lane) ?? null,
  }));
  return { type: 'lanes', about, lanes };
}

/** Says of an option that is wrong what it would have needed, or where it is what comes; `null` where nothing is known of it. `own` tells a run that is no Scenario's. */
export async function explainPick(
  { question, scenarioId }: Exercise,
  run: Run,
  said: string,
  own?: Telling,
): Promise<Pick | null> {
  const { subject, right } = question;
  if (isWhich(subject)) return explainWhich(run, subject, right, said);
  const telling = own ?? (await runScenarioById(scenarioId)).telling;
  const place = findPlace(telling, question, said);
  if (place || subject.about === 'words') return place;
  const { kind } = telling.at(question.answeredAt);
  for (const { run: sibling, at } of await runSiblings(scenarioId)) {
    const steps = Array.from({ length: sibling.lastStep + 1 }, (_, step) => at(step));
    const has = steps.find((told) => told.kind === kind);
    if (has && readTexts(has, subject)[0] === said)
      return { type: 'otherRun', question: sibling.scenario.question };
  }
  return null;
}

import type { Telling } from '../telling.ts';
import { SAME_MEANINGS } from '../texts/terms/meanings.ts';
import type { CellSubject, Question } from '../told/question.ts';
import {
  listNear,
  MOST_LETTERS,
  readAskedRequest,
  readNamedStep,
  readTexts,
  saysSame,
} from '../told/question.ts';

const MOST_OPTIONS = 4;

const isNumber = (text: string) => /^[0-9][0-9.,]*$/.test(text);

/** Tells whether of two texts one could be right where the other is. */
export function meansSame(a: string, b: string): boolean {
  if (isNumber(a) && isNumber(b)) return a === b;
  return saysSame(a, b) || SAME_MEANINGS.some((texts) => texts.includes(a) && texts.includes(b));
}

/** Reads what a run like it has in the same place, at its first step of the same kind. */
function readSibling({ run, at }: Telling, subject: CellSubject, kind: string): string | null {
  for (let step = 1; step <= run.lastStep; step += 1) {
    const told = at(step);
    if (told.kind === kind) return readTexts(told, subject)[0] ?? null;
  }
  return null;
}

/**
 * Asks what will be in a cell at a step. The options are what the engine has: the other lane's value,
 * that of the step before, those of runs like it, and those of the steps around. `null` where there
 * is nothing to choose between.
 */
export function askForCell(
  telling: Telling,
  subject: CellSubject,
  step: number,
  siblings: readonly Telling[],
): Question | null {
  const { run, at } = telling;
  const told = at(step);
  const [right = '', counterpart = ''] = readTexts(told, subject);
  if (right === '' || right.length > MOST_LETTERS) return null;
  const readAt = (one: number) => readTexts(at(one), subject)[0] ?? '';
  // The start is no step that anybody does, and the one before is named in the question.
  const near = listNear(step, run.lastStep).filter(
    (one) => subject.about !== 'step' || (one > 0 && one !== step - 1),
  );
  const [before = 0, ...around] = near;
  // What the other lane keeps is told from a variable's values at once: it comes last there.
  const isVariable = subject.about === 'variable';
  const others = [
    ...(isVariable ? [] : [counterpart]),
    readAt(before),
    ...siblings.map((sibling) => readSibling(sibling, subject, told.kind) ?? ''),
    ...around.map(readAt),
    ...(isVariable ? [counterpart] : []),
  ];
  const options = [right];
  for (const text of others) {
    if (options.length === MOST_OPTIONS) break;
    if (text === '' || text.length > MOST_LETTERS) continue;
    if (!options.some((known) => meansSame(known, text))) options.push(text);
  }
  if (options.length < 2) return null;
  const request = readAskedRequest(run, told);
  const named = readNamedStep(telling, step);
  const asked = { subject, step, answeredAt: step, isAttack: false, request, named };
  return { ...asked, options: options.sort(), right };
}

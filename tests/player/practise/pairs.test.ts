import { expect, it } from 'vitest';
import { PAIR_IDS } from '../../../src/lesson/exercises/pairs.ts';
import { sayPick } from '../../../src/lesson/texts/practise/pick.ts';
import { PAIR_TEXTS } from '../../../src/lesson/texts/practise/visualize.ts';
import { isTried } from '../../../src/lesson/told/question.ts';
import { makePair } from '../../../src/player/practise/runs/makePair.ts';

it.each(PAIR_IDS)('%s differs in one thing, and comes out otherwise by it', async (id) => {
  const { exercise, runs, differences, explain } = await makePair(id);
  const [first, second] = runs;
  expect(differences).toHaveLength(1);
  expect(first.name).not.toBe(second.name);
  expect(first.which).not.toBe(second.which);
  const { options, right } = exercise.question;
  expect(right).toBe(PAIR_TEXTS.sayAnswer(first.which, second.which));
  expect(new Set(options).size).toBe(4);
  expect(options).toContain(right);
  for (const { told, runAddress } of runs) {
    expect(isTried(told)).toBe(true);
    expect(runAddress).toMatch(/^[\w-]+$/);
  }
  const sentences = runs.flatMap(({ told: { session, token } }) => [
    ...session.sentence,
    ...token.sentence,
  ]);
  expect(sentences.some((part) => typeof part !== 'string' && 'code' in part)).toBe(true);
  for (const said of options.filter((option) => option !== right)) {
    const pick = await explain(said);
    const told = pick ? sayPick(pick, said) : [];
    expect(told.length).toBeGreaterThan(0);
  }
});

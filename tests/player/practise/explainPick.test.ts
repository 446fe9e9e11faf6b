import { describe, expect, it } from 'vitest';
import { CARD_IDS } from '../../../src/lesson/exercises/cards.ts';
import type { Exercise } from '../../../src/lesson/exercises/exercise.ts';
import { LEARN_CASES, LEARN_IDS } from '../../../src/lesson/exercises/learnCases.ts';
import type { Pick } from '../../../src/lesson/exercises/pick.ts';
import { PREDICT_TEXTS } from '../../../src/lesson/texts/panels/check/predict.ts';
import { sayPick } from '../../../src/lesson/texts/practise/pick.ts';
import { isSoIn, isWhich } from '../../../src/lesson/told/question.ts';
import { makeCard } from '../../../src/player/practise/runs/makeCard.ts';
import { makeEndless } from '../../../src/player/practise/runs/makeEndless.ts';
import { makeLearn } from '../../../src/player/practise/runs/makeLearn.ts';

const LANES = ['session', 'token'] as const;

/** Holds that each wrong option of an exercise is told why, in each lane that it has wrong. */
async function expectExplained(
  { id, question }: Exercise,
  explain: (said: string) => Promise<Pick | null>,
) {
  for (const said of question.options) {
    if (said === question.right) continue;
    const pick = await explain(said);
    if (!pick) throw new Error(`${id}: nothing is said of ${said}`);
    const sentences = sayPick(pick, PREDICT_TEXTS.sayOption(question, said));
    expect(sentences.length, `${id} ${said}`).toBeGreaterThan(0);
    if (!isWhich(question.subject)) continue;
    const wrong = LANES.filter((lane) => isSoIn(said, lane) !== isSoIn(question.right, lane));
    expect(pick.type === 'lanes' && pick.lanes.map(({ lane }) => lane)).toEqual(wrong);
  }
}

describe('a wrong option is told what it would have needed', () => {
  it('in all that Learn asks', async () => {
    for (const id of LEARN_IDS) {
      for (const number of LEARN_CASES[id].keys()) {
        const { exercise, explain } = await makeLearn(id, number);
        await expectExplained(exercise, explain);
      }
    }
  });

  it('by one thing that makes the whole answer come true, where there is one', async () => {
    const { explain } = await makeLearn('keep', 0);
    const pick = await explain('token');
    // Who says that the browser closed ends the session alone has its cookie without an end in mind.
    const variation = { type: 'setting', path: 'session.lifetime', value: null };
    expect(pick).toMatchObject({ type: 'lanes', lanes: [{ lane: 'session', variation }] });
  });

  it('in random runs', async () => {
    for (const level of [1, 2, 3] as const) {
      const { exercise, explain } = await makeEndless({ level, seed: 7 });
      await expectExplained(exercise, explain);
    }
  });

  it('in cards of each kind', async () => {
    for (const id of [...CARD_IDS.slice(0, 9), 'refresh-reuse.4.entry', ...CARD_IDS.slice(-3)]) {
      const made = await makeCard(id);
      if (!made) throw new RangeError(id);
      await expectExplained(made.exercise, made.explain);
    }
  });

  it('by the run that comes out so', async () => {
    const made = await makeCard('stolen-then-logout.8.entry');
    if (!made) throw new RangeError('no card');
    const read = async (said: string) => {
      const pick = await made.explain(said);
      return pick && sayPick(pick, said);
    };
    expect(await read('session')).toEqual([
      'Session-based would let it in without “Log out”.',
      'Token-based would refuse it with another setting: Deny-list on.',
    ]);
    // No browser takes SameSite=None without Secure: that it would be refused then says nothing of sites.
    const forged = await makeCard('csrf-samesite-none.4.entry');
    const pick = forged && (await forged.explain('nobody'));
    expect(pick && sayPick(pick, 'nobody')).toEqual([
      'Session-based would refuse it with another setting: SameSite Lax.',
    ]);
  });
});

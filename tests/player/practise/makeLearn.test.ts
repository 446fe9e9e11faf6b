import { describe, expect, it } from 'vitest';
import { LEARN_CASES, LEARN_IDS } from '../../../src/lesson/exercises/learnCases.ts';
import { toPlainText } from '../../../src/lesson/page/toPlainText.ts';
import { PREDICT_TEXTS } from '../../../src/lesson/texts/panels/check/predict.ts';
import { EXERCISE_TEXTS } from '../../../src/lesson/texts/practise/exercise.ts';
import { LEARN_PARTS } from '../../../src/lesson/texts/practise/learn.ts';
import { listSettingDifferences } from '../../../src/lesson/texts/settings/changedSettings.ts';
import { makeLearn } from '../../../src/player/practise/runs/makeLearn.ts';
import { SHIPPED_WALK } from '../../../src/player/runs/shippedWalk.ts';
import { DEFAULT_SETTINGS } from '../../../src/sim/settings.ts';

const CASES = LEARN_IDS.flatMap((id) => LEARN_CASES[id].map((_, number) => [id, number] as const));

describe('what Learn asks', () => {
  it.each([
    ['prove', 0, 'Session-based: session ID, session record. Token-based: nothing.'],
    ['prove', 1, 'Session-based: nothing. Token-based: nothing.'],
    ['keep', 0, 'both'],
    ['keep', 1, 'session'],
    ['show', 0, 'Restart the server'],
    ['show', 1, 'New secret, the old one gone'],
    ['end', 0, 'token'],
    ['end', 1, 'nobody'],
    ['end', 2, 'nobody'],
  ] as const)('%s, case %i: the engine’s answer is %s', async (id, number, right) => {
    const { exercise, runAddress } = await makeLearn(id, number);
    expect(exercise.question.right).toBe(right);
    expect(runAddress).not.toBeNull();
  });

  it.each([
    [0, 'under it for 15 min'],
    [1, 'There is no store, so nothing is written down'],
  ] as const)(
    'what each server keeps, case %i, is explained by what the servers do',
    async (number, why) => {
      const { session, token } = (await makeLearn('prove', number)).exercise.explanation;
      expect(toPlainText(session)).toContain(why);
      expect(toPlainText(token)).toContain('It writes nothing down');
    },
  );

  it.each(CASES)(
    '%s, case %i has three or four options, none of them a label of the walk',
    async (id, number) => {
      const { exercise, rules } = await makeLearn(id, number);
      const { options, right } = exercise.question;
      expect(options.filter((option) => option === right)).toHaveLength(1);
      expect(new Set(options).size).toBe(options.length);
      expect(options.length).toBeGreaterThanOrEqual(3);
      const { run, at } = SHIPPED_WALK.telling;
      const labels = Array.from({ length: run.lastStep + 1 }, (_, step) => at(step)).flatMap(
        ({ title, row }) => [title, row.session.text, row.token.text],
      );
      const said = options.map((option) => PREDICT_TEXTS.sayOption(exercise.question, option));
      for (const text of said) {
        expect(EXERCISE_TEXTS.sayRight(text)).not.toContain('..');
        expect(EXERCISE_TEXTS.sayWrong(text, text)).not.toContain('..');
      }
      const about = LEARN_CASES[id][number]?.asked.about;
      // What both do alike is what the walk calls it, which the part's own table leaves out.
      if (about === 'step') return;
      expect(said.filter((text) => labels.includes(text))).toEqual([]);
      if (about !== 'kept') {
        expect([rules.session, rules.token]).not.toContain(null);
      }
    },
  );

  it('each part ends in what both lanes do at one of its steps, as the engine has it', async () => {
    const { telling } = SHIPPED_WALK;
    for (const { id, first, last } of LEARN_PARTS) {
      const number = LEARN_CASES[id].length - 1;
      const { exercise, explain } = await makeLearn(id, number);
      const { question, explanation, place } = exercise;
      const { step } = place;
      expect(question.subject).toEqual({ about: 'step' });
      expect(step >= first && step <= last).toBe(true);
      const told = telling.at(step);
      expect(question.right).toBe(told.title);
      const titles = Array.from({ length: 12 }, (_, i) => telling.at(i + 1).title);
      expect(question.options.every((option) => titles.includes(option))).toBe(true);
      expect([told.session.sentence, told.token.sentence]).toContainEqual(explanation.session);
      for (const said of question.options) {
        if (said !== question.right)
          expect(await explain(said)).toMatchObject({ type: 'otherStep' });
      }
    }
  });

  it.each(
    CASES.filter(([id, number]) => number > 0 && LEARN_CASES[id][number]?.asked.about !== 'step'),
  )(
    '%s, case %i: one setting or one Action is another, and so is the answer',
    async (id, number) => {
      const [first, now] = [await makeLearn(id, 0), await makeLearn(id, number)];
      const settings = listSettingDifferences(
        now.trace.scenario.settings,
        first.trace.scenario.settings,
      );
      const [actions, others] = [LEARN_CASES[id][0], LEARN_CASES[id][number]].map(
        (one) => one?.actions.length ?? 0,
      );
      expect(settings.length + Math.abs((others ?? 0) - (actions ?? 0))).toBe(1);
      expect(first.trace.scenario.settings).toEqual(DEFAULT_SETTINGS);
      expect(now.exercise.question.right).not.toBe(first.exercise.question.right);
    },
  );

  it('has a principle for each case, none twice', () => {
    const all = LEARN_PARTS.flatMap(({ id, principles }) => {
      expect(principles).toHaveLength(LEARN_CASES[id].length);
      return principles;
    });
    expect(new Set(all).size).toBe(all.length);
  });

  it('leads through every step of the walk, each in one part', () => {
    const steps = LEARN_PARTS.flatMap(({ first, last }) =>
      Array.from({ length: last - first + 1 }, (_, i) => first + i),
    );
    expect(steps).toEqual(
      Array.from({ length: SHIPPED_WALK.telling.run.lastStep }, (_, i) => i + 1),
    );
    expect(LEARN_PARTS.map(({ id }) => id)).toEqual(LEARN_IDS);
  });
});

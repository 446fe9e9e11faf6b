import { expect, test } from 'vitest';
import { toPlainText } from '../../../src/lesson/page/toPlainText.ts';
import { openTelling } from '../../../src/lesson/tell.ts';
import { countWords, splitLead } from '../../../src/lesson/words/lane/lead.ts';
import { SCENARIOS } from '../../../src/sim/scenarios.ts';
import { STRATEGIES } from '../../../src/sim/strategy.ts';
import { runScenario } from '../../../src/sim/trace.ts';

const MOST_WORDS = 22;

test('what is said at once are whole sentences, as many as are short together', () => {
  const parts = ['The first says ', { code: 'a b c' }, '. The second is here. ', { code: 'exp' }];
  expect(splitLead([...parts, ' ends.'])).toEqual({ parts: [...parts, ' ends.'], lead: 5 });
  const long = ` ${'word '.repeat(MOST_WORDS)}ends.`;
  expect(splitLead([...parts, long])).toEqual({
    parts: [
      'The first says ',
      { code: 'a b c' },
      '. The second is here.',
      ' ',
      { code: 'exp' },
      long,
    ],
    lead: 3,
  });
});

test('one sentence that is long by itself is not cut', () => {
  const long = `${'word '.repeat(MOST_WORDS)}ends`;
  expect(splitLead([`${long}. Short.`])).toEqual({ parts: [`${long}.`, ' Short.'], lead: 1 });
  expect(splitLead([`${long}.`])).toEqual({ parts: [`${long}.`], lead: 1 });
});

test('a value is one word, and the signs between words are none', () => {
  expect(
    countWords([
      'a – b, ',
      { code: "{ userId: 'abc123' }" },
      ' ',
      { term: 'exp', text: 'the exp' },
      '.',
    ]),
  ).toBe(5);
});

test.each(SCENARIOS.map(({ id }) => id))(
  'at each step of %s a lane says at most 22 words at once',
  async (id) => {
    const scenario = SCENARIOS.find((one) => one.id === id);
    if (!scenario) throw new Error(id);
    const { run, at } = openTelling(await runScenario(scenario));
    for (let step = 0; step <= run.lastStep; step += 1) {
      for (const strategy of STRATEGIES) {
        const { sentence, lead } = at(step)[strategy];
        const said = sentence.slice(0, lead);
        expect(countWords(said), `${step} ${strategy}: ${toPlainText(said)}`).toBeLessThanOrEqual(
          MOST_WORDS,
        );
        expect(toPlainText(said)).toMatch(/[.!?]$/);
      }
    }
  },
);

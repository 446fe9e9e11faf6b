import { expect, it } from 'vitest';
import { MEASURE_IDS, MEASURES } from '../../../src/lesson/exercises/measures.ts';
import { formatNumber } from '../../../src/lesson/page/formatNumber.ts';
import { PREDICT_TEXTS } from '../../../src/lesson/texts/panels/check/predict.ts';
import { makeGrowth } from '../../../src/player/practise/runs/makeGrowth.ts';
import { makeMeasure } from '../../../src/player/practise/runs/makeMeasure.ts';

it.each(MEASURE_IDS)('%s is asked for fairly, and what is right was counted', async (id) => {
  const { exercise, counted, runAddress, explain } = await makeMeasure(id);
  const { options, right } = exercise.question;
  expect(right).toBe(formatNumber(counted[MEASURES[id].lane]));
  expect(new Set(options).size).toBe(options.length);
  expect(options.length).toBeGreaterThanOrEqual(2);
  expect(options).toContain(right);
  expect(PREDICT_TEXTS.sayQuestion(exercise.question)).toMatch(
    /^(Session|Token)-based, up to step 1[01]: [a-z ]+(, in bytes)?\?$/,
  );
  expect(runAddress).toMatch(/^[\w-]+$/);
  for (const said of options) if (said !== right) expect(await explain(said)).not.toBeNull();
});

it('ten requests are ten look-ups for a session and none for a token; ten logins are ten records', async () => {
  expect((await makeMeasure('store-reads')).counted).toEqual({ session: 10, token: 0 });
  expect((await makeMeasure('list-reads')).counted).toEqual({ session: 10, token: 10 });
  expect((await makeMeasure('signatures')).counted.token).toBe(10);
  const { session, token } = (await makeMeasure('kept-bytes')).counted;
  expect(session).toBeGreaterThan(1000);
  expect(token).toBe(0);
});

it('the bytes grow with each of a hundred requests, and where the two meet is what was counted', async () => {
  const { bytes, crossing } = await makeGrowth();
  expect(bytes).toHaveLength(101);
  const differences = bytes.map(({ session, token }) => token - session);
  for (const [i, now] of differences.slice(1).entries()) {
    expect(now).toBeGreaterThan(differences[i] as number);
  }
  const turns = differences.findIndex((difference) => difference > 0);
  expect(crossing).toBe(turns === 0 ? null : turns);
});

import { expect, test } from 'vitest';
import { toPlainText } from '../../../src/lesson/page/toPlainText.ts';
import { openTelling } from '../../../src/lesson/tell.ts';
import { SCENARIOS } from '../../../src/sim/scenarios.ts';
import { runScenario } from '../../../src/sim/trace.ts';

async function readSentence(id: string, step: number) {
  const scenario = SCENARIOS.find((one) => one.id === id);
  if (!scenario) throw new RangeError(`no scenario ${id}`);
  return toPlainText(openTelling(await runScenario(scenario)).at(step).token.sentence);
}

test.each([
  ['token-grows', 2, '10,743 characters with every request. The session’s cookie has 84.'],
  ['token-too-large-header', 2, '17,356 characters with every request.'],
])('where size is the point, the sentence has both sizes: %s', async (id, step, said) => {
  expect(await readSentence(id, step)).toContain(said);
});

test.each([
  ['clock-skew', 2, 'Its clock shows 12:01:30, server A’s 12:00:00.'],
  ['clock-skew-leeway', 2, 'Its clock shows 12:01:30, server A’s 12:00:00.'],
])('where two clocks decide, the sentence has both: %s', async (id, step, said) => {
  expect(await readSentence(id, step)).toContain(said);
});

test('the walk’s token is of the usual size, and nothing is said of it', async () => {
  expect(await readSentence('login-to-logout', 6)).not.toContain('characters');
});

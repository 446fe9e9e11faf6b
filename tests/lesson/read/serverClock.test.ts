import { expect, test } from 'vitest';
import { toPlainText } from '../../../src/lesson/richText.ts';
import { openTelling } from '../../../src/lesson/tell.ts';
import { STRATEGIES } from '../../../src/sim/strategy.ts';
import { run } from '../../sim/runs.ts';
import { listTexts } from '../holes.ts';

test('nothing is called over that the server still lets in by its own clock', async () => {
  const actions = [
    { type: 'login', fold: true },
    { type: 'wait', seconds: 60 },
    { type: 'request' },
    { type: 'request', fold: true },
    { type: 'end' },
  ] as const;
  const { run: told, at } = openTelling(await run(actions, { clockOffset: -3600 }));
  expect(told.end).toEqual({ session: 'At rest', token: 'At rest' });
  for (const step of [5, 6]) {
    for (const lane of STRATEGIES) expect(at(step)[lane].badge.word).toBe('Allowed 200');
  }
  for (let step = 1; step <= told.lastStep; step++) {
    for (const lane of STRATEGIES) {
      // What the client keeps has a date that the client's own, true clock measures.
      const { client: _, ...stage } = at(step)[lane].stage;
      const sentence = toPlainText(at(step)[lane].sentence);
      for (const [path, text] of listTexts([stage, sentence, at(step).row], `${step}.${lane}`))
        expect(text, path).not.toMatch(/expired|is over|has passed/);
    }
  }
  expect(at(7).row.session.text).toBe('Session still alive');
  expect(at(7).row.token.text).toBe('Token still with the client');
});

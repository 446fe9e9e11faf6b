import { expect, test } from 'vitest';
import { readForeignPage } from '../../../src/lesson/read/action/visit.ts';
import { readStep } from '../../../src/lesson/read/moment.ts';
import { openTelling } from '../../../src/lesson/tell.ts';
import { getFrame, run } from '../../sim/runs.ts';

test.each([
  ['http://localhost:3000', 'evil', 'evil.localhost:3000', false],
  ['https://bank.localhost:3000', 'evil', 'evil.localhost:3000', false],
  ['https://bank.localhost:3000', 'sibling', 'sub.bank.localhost:3000', true],
  ['http://127.0.0.1:3000', 'sibling', 'sub.localhost:3000', false],
] as const)('at %s, %s, the foreign page is %s', async (origin, from, host, isSameSite) => {
  const action = { type: 'crossSite', vehicle: 'form', from } as const;
  const trace = await run([action], { origin });
  const { session } = readStep(trace, getFrame(trace, 1));
  expect(readForeignPage(session, action)).toMatchObject({ host, isSameSite, site: from });
  expect(openTelling(trace).at(1).session.stage.outsider?.place).toBe(host);
});

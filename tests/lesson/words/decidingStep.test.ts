import { expect, test } from 'vitest';
import { openTelling } from '../../../src/lesson/tell.ts';
import { DECIDING_STEPS } from '../../../src/lesson/texts/decidingSteps.ts';
import { LOGIN_TO_LOGOUT, SCENARIOS } from '../../../src/sim/scenarios.ts';
import { extendTrace, runScenario } from '../../../src/sim/trace.ts';

const BANNED = SCENARIOS.find(({ id }) => id === 'user-banned');
const findDecides = async (scenario: typeof LOGIN_TO_LOGOUT) =>
  openTelling(await runScenario(scenario)).run.decides;

test('a scenario knows the step that answers its question, the walk has none', async () => {
  if (!BANNED) throw new RangeError('no such scenario');
  expect(await findDecides(BANNED)).toBe(DECIDING_STEPS['user-banned']);
  expect(await findDecides(LOGIN_TO_LOGOUT)).toBeNull();
});

test('a run of one’s own has none, under other settings or with other Actions', async () => {
  if (!BANNED) throw new RangeError('no such scenario');
  const { settings, actions } = BANNED;
  const rolling = { ...settings, session: { ...settings.session, rolling: true } };
  expect(await findDecides({ ...BANNED, settings: rolling })).toBeNull();
  expect(await findDecides({ ...BANNED, actions: actions.slice(0, -1) })).toBeNull();
  const further = await extendTrace(await runScenario(BANNED), { type: 'restart' });
  expect(openTelling(further).run.decides).toBeNull();
});

test('other secrets change no answer', async () => {
  if (!BANNED) throw new RangeError('no such scenario');
  const { settings } = BANNED;
  const token = { ...settings.token, secret: 'another secret of more than 32 bytes' };
  expect(await findDecides({ ...BANNED, settings: { ...settings, token } })).toBe(
    DECIDING_STEPS['user-banned'],
  );
});

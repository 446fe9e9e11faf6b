import { expect, test } from 'vitest';
import type { Action } from '../../src/sim/action.ts';
import { PHASES, STEP_KINDS, toStepKinds } from '../../src/sim/action.ts';

test.each<[Action, readonly string[]]>([
  [{ type: 'login' }, PHASES.login],
  [{ type: 'login', fold: true }, ['login.whole']],
  [{ type: 'request' }, PHASES.request],
  [{ type: 'request', fold: true }, ['request.whole']],
  [{ type: 'logout' }, PHASES.logout],
  [{ type: 'logout', fold: true }, ['logout.whole']],
  [{ type: 'wait', seconds: 1 }, ['wait.pass']],
  [{ type: 'wait', seconds: 1, fold: true }, ['wait.pass']],
  [{ type: 'end', fold: true }, ['end.rest']],
  [{ type: 'replay' }, PHASES.replay],
  [{ type: 'crossSite', vehicle: 'form', fold: true }, ['crossSite.whole']],
  [{ type: 'injectScript', mode: 'read', fold: true }, ['inject.read']],
  [{ type: 'injectScript', mode: 'ride' }, ['ride.send', 'ride.verify', 'ride.respond']],
  [{ type: 'injectScript', mode: 'ride', fold: true }, ['ride.whole']],
])('%j takes the steps %j', (action, kinds) => {
  expect(toStepKinds(action)).toEqual(kinds);
});

test('every kind is listed once', () => {
  expect(STEP_KINDS).toHaveLength(59);
  expect(new Set(STEP_KINDS).size).toBe(STEP_KINDS.length);
});

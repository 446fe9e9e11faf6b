import { expect, it } from 'vitest';
import { openTelling } from '../../../src/lesson/tell.ts';
import { sayExercise } from '../../../src/lesson/texts/practise/exerciseQuestion.ts';
import { TEST_TEXTS } from '../../../src/lesson/texts/practise/test.ts';
import { stateDeciding } from '../../../src/lesson/texts/settings/changedSettings.ts';
import { askFor } from '../../../src/lesson/told/question.ts';
import { readContext } from '../../../src/player/practise/runs/readContext.ts';
import type { Action } from '../../../src/sim/action.ts';
import { changeSettings, type SettingsChange } from '../../../src/sim/scenarios/toScenarios.ts';
import { runOnce, toScenario } from '../../sim/runs.ts';

const read = async (actions: readonly Action[], change: SettingsChange = {}) => {
  const settings = changeSettings(change);
  return readContext(await runOnce({ ...toScenario(), settings, actions }));
};

const said = async (actions: readonly Action[], change: SettingsChange = {}) =>
  (await read(actions, change)).settings.map((one) => one.said);

const LOGIN: Action = { type: 'login' };

it('names the first browser too where there is another one: which logs out decides', async () => {
  const phone = { client: 'phone' } as const;
  const both = await read([LOGIN, { type: 'login', ...phone }, { type: 'logout' }]);
  expect(both.actions).toEqual([
    'Log in, in the first browser',
    'Log in with the phone',
    'Log out, in the first browser',
  ]);
  expect((await read([LOGIN, { type: 'logout' }])).actions).toEqual(['Log in', 'Log out']);
});

it('names the servers that something happens at, and whose store it is, where there are two', async () => {
  const actions: Action[] = [LOGIN, { type: 'restart' }];
  expect((await read(actions, { second: {} })).actions).toEqual(['Log in', 'Restart server A']);
  expect((await read(actions)).actions).toEqual(['Log in', 'Restart the server']);
  const rotate: Action[] = [LOGIN, { type: 'rotateSecret', how: 'replace' }];
  const label = 'New secret, the old one gone';
  expect((await read(rotate, { second: {} })).actions[1]).toBe(`${label}, at both servers`);
  expect((await read(rotate)).actions[1]).toBe(label);
  const ask = async (change: SettingsChange) => {
    const run = { ...toScenario(), settings: changeSettings(change), actions };
    const question = askFor(
      openTelling(await runOnce(run)),
      { about: 'variable', variable: 'sessionStore' },
      1,
    );
    return question && [sayExercise(question), TEST_TEXTS.sayQuestion(question)].join(' ');
  };
  expect(await ask({ second: {} })).toMatch(/in server A’s sessionStore .* in server A’s session/);
  expect(await ask({ second: {}, sharedStore: true })).not.toMatch(/server A’s/);
  expect(await ask({})).not.toMatch(/server A’s/);
});

it('states what a new password and a logout everywhere do, also where that is nothing', async () => {
  expect(await said([LOGIN, { type: 'changePassword' }])).toEqual([
    'New password ends sessions: off',
    'Compare iat: off',
  ]);
  expect(await said([LOGIN, { type: 'logoutEverywhere' }])).toEqual(['Compare iat: off']);
  // Where no server keeps a session none is ended.
  expect(
    await said([LOGIN, { type: 'changePassword' }], { session: { dataIn: 'cookie' } }),
  ).not.toContain('New password ends sessions: off');
});

it('explains each setting that it states', async () => {
  const { settings } = await read([LOGIN, { type: 'logoutEverywhere' }]);
  expect(settings.map(({ meaning }) => meaning)).toEqual([
    expect.stringContaining('Whether the token server compares'),
  ]);
});

it('says of an overlap of secrets by what a token is verified', async () => {
  const overlap: Action[] = [LOGIN, { type: 'rotateSecret', how: 'add' }];
  expect(await said(overlap)).toEqual(['Tokens name no key (kid), so that one secret verifies']);
  expect(await said([LOGIN, { type: 'rotateSecret', how: 'replace' }])).toEqual([]);
});

it('says of a restart where the records are, and of a leaving where the token is', () => {
  const state = (actions: readonly Action[], change: SettingsChange = {}) =>
    stateDeciding({ settings: changeSettings(change), actions });
  expect(state([LOGIN, { type: 'restart' }])).toEqual(['Session store in memory']);
  expect(state([LOGIN, { type: 'restart' }], { session: { dataIn: 'cookie' } })).toEqual([]);
  expect(state([LOGIN, { type: 'leave', how: 'browser' }])).toEqual([
    'Token kept in: localStorage',
  ]);
});

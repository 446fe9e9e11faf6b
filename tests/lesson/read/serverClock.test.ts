import { expect, test } from 'vitest';
import { toPlainText } from '../../../src/lesson/page/toPlainText.ts';
import { openTelling } from '../../../src/lesson/tell.ts';
import type { Action } from '../../../src/sim/action.ts';
import { STRATEGIES } from '../../../src/sim/strategy.ts';
import { run } from '../../sim/runs.ts';
import { listTexts } from '../holes.ts';

test('nothing is called over that the server still lets in by its own clock', async () => {
  const actions = [
    { type: 'login', fold: true },
    { type: 'login', client: 'phone', fold: true },
    { type: 'wait', seconds: 60 },
    { type: 'request' },
    { type: 'request', fold: true },
    { type: 'end' },
  ] as const;
  const { run: told, at } = openTelling(await run(actions, { clockOffset: -3600 }));
  expect(told.end).toEqual({ session: 'Cookie still held', token: 'Token still held' });
  for (const step of [6, 7]) {
    for (const lane of STRATEGIES) expect(at(step)[lane].badge.word).toBe('Allowed 200');
  }
  for (let step = 1; step <= told.lastStep; step++) {
    for (const lane of STRATEGIES) {
      const { stage, sentence } = at(step)[lane];
      const said = [stage, toPlainText(sentence), at(step).row];
      for (const [path, text] of listTexts(said, `${step}.${lane}`))
        expect(text, path).not.toMatch(/expired|is over|has passed/);
    }
  }
  expect(at(8).row.session.text).toBe('Store still has 2 records');
  expect(at(8).row.token.text).toBe('Token still with the client');
});

test('a date of a clock that is off is said by whose clock', async () => {
  const actions = [
    { type: 'login', fold: true },
    { type: 'steal' },
    { type: 'wait', seconds: 60 },
    { type: 'request' },
  ] as const;
  const { at } = openTelling(await run(actions, { clockOffset: -3600 }));
  const sentences = (step: number) =>
    STRATEGIES.map((lane) => toPlainText(at(step)[lane].sentence));
  for (const sentence of [...sentences(2), ...sentences(3)])
    expect(sentence).toMatch(/11:15:00 by the server’s clock/);
  expect(sentences(6)[0]).toContain('11:16:00 by the server’s clock');
  expect(at(3).token.stage.client.kept[0]?.note).toBe('localStorage, 147 chars, 14 min left');
  expect(at(3).token.stage.server.secret).toBe('Secret, clock 1 h behind');
});

test('whatever a step comes to, no date of a clock that is off stands without it', async () => {
  const actions: readonly Action[] = [
    { type: 'login' },
    { type: 'startSlow' },
    { type: 'finishSlow' },
    { type: 'request' },
    { type: 'request', fold: true },
    { type: 'ban' },
    { type: 'steal' },
    { type: 'replay' },
    { type: 'changePassword' },
    { type: 'logoutEverywhere' },
    { type: 'end' },
  ];
  const { run: told, at } = openTelling(
    await run(actions, {
      clockOffset: -3600,
      session: { rolling: true, absoluteLifetime: 1800 },
      token: { comparesIat: true, notBefore: 0 },
    }),
  );
  let dates = 0;
  for (let step = 1; step <= told.lastStep; step++) {
    // There the server’s own time stands beside what it is compared with.
    if (at(step).kind.endsWith('.verify')) continue;
    for (const lane of STRATEGIES) {
      const said = toPlainText(at(step)[lane].sentence).split(/(?<=[.:;]) /);
      for (const part of said.filter((one) => /\b11:\d\d:\d\d/.test(one))) {
        dates += 1;
        expect(part, `${step} ${lane}`).toMatch(/by the server’s clock|a token that is out names/);
      }
    }
  }
  expect(dates).toBeGreaterThan(10);
});

test('a wait until the token expires ends when the server refuses it, and says so', async () => {
  const actions = [
    { type: 'login', fold: true },
    { type: 'wait', until: 'token' },
    { type: 'request', fold: true },
  ] as const;
  const patch = { clockOffset: 90, token: { lifetime: 60 } };
  const { at } = openTelling(await run(actions, patch));
  expect(at(2).clock).toBe('12:01:00 UTC');
  expect(toPlainText(at(2).token.sentence)).toContain('exp has passed by the server’s clock');
  expect(at(2).token.stage.client.kept[0]?.note).toMatch(/expired$/);
  expect(at(3).token.badge.word).toBe('Denied 401');
});

test('a token past its exp is not called over while a leeway lets it in', async () => {
  const actions = [
    { type: 'login', fold: true },
    { type: 'wait', until: 'token' },
    { type: 'end' },
    { type: 'request', fold: true },
  ] as const;
  const { at } = openTelling(await run(actions, { token: { leeway: 120 } }));
  expect(toPlainText(at(2).token.sentence)).toContain('leeway lets it in for 2 min more');
  expect(at(2).token.stage.client.kept[0]?.note).toMatch(/past exp, 2 min leeway$/);
  expect(at(3).row.token.text).toBe('Token past its exp, in its leeway');
  expect(at(4).token.badge.word).toBe('Allowed 200');
});

test('with two clocks the stage says at which server a token holds', async () => {
  const actions = [{ type: 'login', fold: true }] as const;
  const patch = { second: { clockOffset: 90 }, token: { lifetime: 60 } };
  const { at } = openTelling(await run(actions, patch));
  expect(at(1).token.stage.client.kept[0]?.note).toMatch(/1 min left at server A$/);
});

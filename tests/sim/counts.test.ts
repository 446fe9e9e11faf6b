import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/sim/action.ts';
import { countRequest, countTrace } from '../../src/sim/counts.ts';
import { LOGIN_TO_LOGOUT, SCENARIOS } from '../../src/sim/scenarios.ts';
import { STRATEGIES } from '../../src/sim/strategy.ts';
import type { Trace } from '../../src/sim/trace.ts';
import { runScenario } from '../../src/sim/trace.ts';
import type { SettingsPatch } from './runs.ts';
import { run, runWalk } from './runs.ts';

const find = (id: string) => SCENARIOS.find((one) => one.id === id) ?? LOGIN_TO_LOGOUT;
const countLast = (trace: Trace) => countTrace(trace, trace.frames.length - 1);
const count = async (actions: readonly Action[], patch?: SettingsPatch) =>
  countLast(await run(actions, patch));

describe('the counts', () => {
  test('of the walk are those of its messages', async () => {
    const trace = await runScenario(LOGIN_TO_LOGOUT);
    const { session, token } = countTrace(trace, 12);
    expect(session).toMatchObject({
      // Asked at the request and at the logout; destroy and set, touch, destroy.
      storeReads: 2,
      storeWrites: 4,
      signaturesMade: 1,
      signaturesChecked: 2,
      keptBytes: 0,
      copy: { seconds: 0 },
    });
    expect(token).toMatchObject({
      storeReads: 0,
      storeWrites: 0,
      signaturesMade: 1,
      signaturesChecked: 1,
      keptBytes: 0,
      copy: { seconds: 900 },
    });
    expect(countTrace(trace, 8).session.keptBytes).toBeGreaterThan(100);
    expect(countTrace(trace, 0)).toEqual(countTrace(await runScenario(LOGIN_TO_LOGOUT), 0));
  });

  test('are the same in whatever order they are asked for', async () => {
    const scenario = find('refresh-reuse');
    const [a, b] = [await runScenario(scenario), await runScenario(scenario)];
    const last = a.frames.length - 1;
    const upwards = a.frames.map((_, step) => countTrace(a, step));
    expect(countTrace(b, last)).toEqual(upwards[last]);
    expect(b.frames.map((_, step) => countTrace(b, step))).toEqual(upwards);
    expect(() => countTrace(a, last + 1)).toThrow(RangeError);
  });

  test('a deny-list is state: it is read, written and kept', async () => {
    const trace = await runScenario(find('deny-list'));
    const { token } = countTrace(trace, trace.frames.length - 1);
    expect(token.storeReads).toBeGreaterThan(0);
    expect(token.storeWrites).toBe(1);
    expect(token.keptBytes).toBeGreaterThan(0);
    expect(token.copy).toEqual({ seconds: 0 });
  });

  test('each request carries a token that grew, and a cookie that did not', async () => {
    const [small, large] = [
      await runScenario({ ...find('token-grows'), settings: LOGIN_TO_LOGOUT.settings }),
      await runScenario(find('token-grows')),
    ];
    const count = (trace: Trace) => countTrace(trace, trace.frames.length - 1);
    expect(count(large).session.clientBytes).toBe(count(small).session.clientBytes);
    expect(count(large).token.clientBytes).toBeGreaterThan(20_000);
    expect(count(large).session.keptBytes).toBeGreaterThan(8000);
  });
});

describe('what a request takes', () => {
  const runOne = (id: string) => runScenario(find(id));

  test('in the walk it is what its request and its answer add to the totals', async () => {
    const trace = await runWalk();
    for (const lane of STRATEGIES) {
      const [before, after] = [countTrace(trace, 4)[lane], countTrace(trace, 8)[lane]];
      expect(countRequest(trace, lane)).toEqual({
        clientBytes: after.clientBytes - before.clientBytes,
        storeReads: after.storeReads - before.storeReads,
        storeWrites: after.storeWrites - before.storeWrites,
        signaturesChecked: after.signaturesChecked - before.signaturesChecked,
      });
    }
    expect(countRequest(trace, 'session')).toMatchObject({ storeReads: 1, storeWrites: 1 });
    expect(countRequest(trace, 'token')).toMatchObject({ storeReads: 0, storeWrites: 0 });
  });

  test('the bytes are those of the field on the wire', async () => {
    const trace = await runWalk();
    for (const [lane, name] of [
      ['session', 'Cookie'],
      ['token', 'Authorization'],
    ] as const) {
      const sent = trace.frames[6]?.[lane].messages.find(({ kind }) => kind === 'request');
      const field = sent?.headers.find(([one]) => one === name);
      expect(countRequest(trace, lane)?.clientBytes).toBe(`${field?.join(': ')}\r\n`.length);
    }
  });

  test('a deny-list is asked too, and a large payload is carried by the token alone', async () => {
    expect(countRequest(await runOne('deny-list'), 'token')?.storeReads).toBe(1);
    const large = await runOne('token-grows');
    expect(countRequest(large, 'token')?.clientBytes).toBeGreaterThan(10_000);
    expect(countRequest(large, 'session')?.clientBytes).toBeLessThan(200);
  });

  test('there is none where no request brought a credential', async () => {
    const trace = await runOne('wrong-password');
    expect(STRATEGIES.map((lane) => countRequest(trace, lane))).toEqual([null, null]);
    expect(countRequest(await run([{ type: 'request' }]), 'session')).toBeNull();
  });
});

describe('signatures', () => {
  const LOGIN = { type: 'login', fold: true } as const;
  const REQUEST = { type: 'request', fold: true } as const;
  const LOGOUT = { type: 'logout', fold: true } as const;
  const STEPWISE = [{ type: 'login' }, { type: 'request' }, { type: 'logout' }] as const;
  const signatures = async (actions: readonly Action[], patch?: SettingsPatch) => {
    const { session, token } = await count(actions, patch);
    return [session, token].map((lane) => [lane.signaturesMade, lane.signaturesChecked]);
  };

  test('are counted at the step in which a server computes them', async () => {
    const trace = await runWalk();
    const at = (kind: string) => {
      const counts = countTrace(
        trace,
        trace.frames.findIndex((frame) => frame.kind === kind),
      );
      return STRATEGIES.map((lane) => [
        counts[lane].signaturesMade,
        counts[lane].signaturesChecked,
      ]);
    };
    expect(at('login.verify')).toEqual([
      [0, 0],
      [0, 0],
    ]);
    // The token is signed when it is made, the cookie when the response is written.
    expect(at('login.create')).toEqual([
      [0, 0],
      [1, 0],
    ]);
    expect(at('login.respond')).toEqual([
      [1, 0],
      [1, 0],
    ]);
    expect(at('request.send')).toEqual([
      [1, 0],
      [1, 0],
    ]);
    expect(at('request.verify')).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  test.each([
    ['the walk’s tokens', {}],
    ['a deny-list', { token: { denyList: true } }],
    ['a token in a cookie', { token: { keptIn: 'cookie' } }],
    ['rolling', { session: { rolling: true } }],
    ['refresh tokens', { token: { refreshLifetime: 86_400 } }],
  ] as const)('are as many in single phases as in whole Actions: %s', async (_, patch) => {
    const whole = await count([LOGIN, REQUEST, LOGOUT], patch);
    expect(await count(STEPWISE, patch)).toEqual(whole);
  });

  test('a request without a credential has none to check', async () => {
    expect(await signatures([REQUEST])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(await signatures([LOGIN, LOGOUT, REQUEST])).toEqual([
      // At the logout the cookie still rides along; a plain token’s server is not told.
      [1, 1],
      [1, 0],
    ]);
  });

  test('rolling signs with every response', async () => {
    const [session] = await signatures([LOGIN, REQUEST, REQUEST], { session: { rolling: true } });
    expect(session).toEqual([3, 2]);
  });

  test('a wrong password makes nothing', async () => {
    expect(await signatures([{ type: 'login', password: 'x', fold: true }])).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  test('a deny-list has to check whose token logs out', async () => {
    const [, token] = await signatures([LOGIN, LOGOUT], { token: { denyList: true } });
    expect(token).toEqual([1, 1]);
  });

  test('a refresh makes one and checks none', async () => {
    const patch = { token: { refreshLifetime: 86_400 } };
    for (const fold of [true, false]) {
      const [, token] = await signatures([LOGIN, { type: 'refresh', fold }], patch);
      expect(token).toEqual([2, 0]);
    }
  });

  test.each([
    ['unsigned', [1, 0], [1, 0]],
    ['otherSecret', [1, 1], [1, 1]],
    ['leakedSecret', [1, 1], [1, 1]],
    // The session’s cookie has one algorithm only, so nothing is sent.
    ['otherAlgorithm', [1, 0], [1, 0]],
  ] as const)('a forgery is checked as far as a server gets: %s', async (how, session, token) => {
    for (const fold of [true, false]) {
      const found = await signatures([LOGIN, { type: 'forge', how, fold }]);
      expect(found).toEqual([session, token]);
    }
  });

  test('who takes an unsigned token computes no signature for it', async () => {
    const forge: Action = { type: 'forge', how: 'unsigned' };
    const trace = await run([LOGIN, forge], { token: { verifier: 'naive' } });
    expect(trace.frames.at(-1)?.token.outcome.allowed).toBe(true);
    expect(countLast(trace).token.signaturesChecked).toBe(0);
  });

  test('a header that Node refuses is not looked at', async () => {
    const payload = { text: 'x'.repeat(14_000) };
    const [session, token] = await signatures([LOGIN, REQUEST], { payload });
    expect([session, token]).toEqual([
      [1, 1],
      [1, 0],
    ]);
  });
});

describe('bytes', () => {
  test('are those of the fields that authenticate, with name and line end', async () => {
    const { frames } = await runWalk();
    const toSize = (name: string, value: string) => `${name}: ${value}\r\n`.length;
    for (const lane of STRATEGIES) {
      let [client, server] = [0, 0];
      for (const { messages } of frames.map((frame) => frame[lane])) {
        for (const { kind, headers, target, body } of messages) {
          for (const [name, value] of headers) {
            if (/^(Cookie|Authorization)$/.test(name)) client += toSize(name, value);
            if (/^(Set-Cookie|WWW-Authenticate)$/.test(name)) server += toSize(name, value);
          }
          if (kind === 'request' && target === '/login') client += body?.length ?? 0;
          if (kind === 'response' && body?.includes('"token"')) server += body.length;
        }
      }
      const counts = countLast(await runWalk())[lane];
      expect([counts.clientBytes, counts.serverBytes]).toEqual([client, server]);
      expect(client).toBeGreaterThan(100);
      expect(server).toBeGreaterThan(100);
    }
  });

  test('a refusal’s challenge is one of them', async () => {
    const { session, token } = await count([{ type: 'request', fold: true }]);
    expect(session.clientBytes).toBe(0);
    expect(session.serverBytes).toBeGreaterThan(30);
    expect(token.serverBytes).toBeGreaterThan(30);
  });
});

describe('a stolen copy', () => {
  const LOGIN = { type: 'login', fold: true } as const;
  const LOGOUT = { type: 'logout', fold: true } as const;
  const copies = async (actions: readonly Action[], patch?: SettingsPatch) => {
    const { session, token } = await count(actions, patch);
    return [session.copy, token.copy];
  };

  test('is there from the theft or the logout on', async () => {
    expect(await copies([LOGIN])).toEqual([null, null]);
    expect(await copies([LOGIN, { type: 'steal' }])).toEqual([{ seconds: 900 }, { seconds: 900 }]);
    expect(await copies([LOGIN, LOGOUT])).toEqual([{ seconds: 0 }, { seconds: 900 }]);
  });

  test('has less time left as time goes by, down to none', async () => {
    const wait = (seconds: number) => ({ type: 'wait', seconds }) as const;
    expect((await copies([LOGIN, LOGOUT, wait(600)]))[1]).toEqual({ seconds: 300 });
    expect((await copies([LOGIN, LOGOUT, wait(900)]))[1]).toEqual({ seconds: 0 });
    const leeway = { token: { leeway: 60 } };
    expect((await copies([LOGIN, LOGOUT, wait(900)], leeway))[1]).toEqual({ seconds: 60 });
  });

  test('of a second browser’s credential is that browser’s, at its logout', async () => {
    const PHONE = { client: 'phone' } as const;
    const away = [LOGIN, { ...LOGIN, ...PHONE }, { ...LOGOUT, ...PHONE }];
    expect(await copies(away)).toEqual([{ seconds: 0 }, { seconds: 900 }]);
    // Afterwards it is about the first browser again, which holds its own still.
    expect(await copies([...away, { type: 'wait', seconds: 60 }])).toEqual([null, null]);
    expect(await copies([...away, LOGOUT])).toEqual([{ seconds: 0 }, { seconds: 900 }]);
  });

  test('of a session without an end works for ever, unless its record is destroyed', async () => {
    const patch = { session: { lifetime: null, destroyAtLogout: false } };
    expect((await copies([LOGIN, LOGOUT], patch))[0]).toEqual({ seconds: null });
  });
});

import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { toPlainText } from '../../../src/lesson/page/toPlainText.ts';
import { openTelling } from '../../../src/lesson/tell.ts';
import { explainHeader } from '../../../src/lesson/texts/http/headerNotes.ts';
import type { Action } from '../../../src/sim/action.ts';
import { SCENARIOS } from '../../../src/sim/scenarios.ts';
import type { Settings } from '../../../src/sim/settings.ts';
import { CSRF_CHECKS } from '../../../src/sim/settings.ts';
import { STRATEGIES } from '../../../src/sim/strategy.ts';
import type { Trace } from '../../../src/sim/trace.ts';
import { runScenario } from '../../../src/sim/trace.ts';
import { anyRun } from '../../sim/arbitraries.ts';
import { anyFrontEnd } from '../../sim/frontEnds.ts';
import { toScenario, toSettings } from '../../sim/runs.ts';
import { findHoles } from '../holes.ts';

vi.setConfig({ testTimeout: 60_000 });

const anyPlace = fc.record(
  {
    frontEnd: anyFrontEnd,
    csrf: fc.constantFrom(...CSRF_CHECKS),
    thirdPartyCookies: fc.constant('blocked' as const),
    tlsProxy: fc.record({ tells: fc.boolean(), trusted: fc.boolean() }),
  },
  { requiredKeys: ['frontEnd'], noNullPrototype: true },
) as fc.Arbitrary<Partial<Settings>>;

/** Holds a law for each lane of each step of many runs from pages of other origins. */
const hold = (check: (trace: Trace) => void) =>
  fc.assert(
    fc.asyncProperty(anyRun(6), anyPlace, async ({ settings, actions }, place) => {
      const scenario = { ...toScenario({}, actions), settings: { ...settings, ...place } };
      check(await runScenario(scenario));
    }),
    { numRuns: 60 },
  );

test('whatever a browser keeps from a page is told without a hole', () =>
  hold((trace) => {
    const { at } = openTelling(trace);
    for (const { step } of trace.frames) expect(findHoles(at(step), `${step}`)).toEqual([]);
  }));

test('the console speaks of each fetch that is blocked, once, and of no other', () =>
  hold((trace) => {
    const { at } = openTelling(trace);
    for (const strategy of STRATEGIES) {
      for (const [index] of trace.scenario.actions.entries()) {
        const own = trace.frames.filter(({ actionIndex }) => actionIndex === index);
        const lines = own.flatMap(({ step }) => at(step)[strategy].console ?? []);
        const isBlocked = own.some((frame) => frame[strategy].outcome.blocked);
        expect(lines).toHaveLength(isBlocked ? 1 : 0);
      }
    }
  }));

test('what the page never gets is not called allowed, and what the server did is said', () =>
  hold((trace) => {
    const { at } = openTelling(trace);
    for (const { step, ...lanes } of trace.frames) {
      for (const strategy of STRATEGIES) {
        const { blocked, status } = lanes[strategy].outcome;
        if (!blocked) continue;
        const { badge, sentence, code } = at(step)[strategy];
        expect(badge.tone).not.toBe('allowed');
        if (badge.tone === 'denied')
          expect(badge.word).toBe(blocked.at === 'preflight' ? 'Not sent' : `Withheld ${status}`);
        // Where there is no session to end, that is what the server did.
        const did = new RegExp(`${status}|opens no session`);
        if (blocked.at === 'answer') expect(toPlainText(sentence)).toMatch(did);
        else expect(code.every(({ file }) => file === 'client.js')).toBe(true);
      }
    }
  }));

test('no row has a lane bring about what only the other lane’s browser sent', async () => {
  const frontEnd = { origin: 'http://app.localhost:5173', credentials: 'include' } as const;
  const settings = toSettings({ frontEnd: { ...frontEnd, cors: 'origin' } });
  const actions: readonly Action[] = [
    { type: 'changePassword' },
    { type: 'logoutEverywhere', fold: true },
    { type: 'login' },
    { type: 'login', fold: true },
    { type: 'changePassword' },
    { type: 'logoutEverywhere' },
    { type: 'request' },
    { type: 'logout', fold: true },
  ];
  const trace = await runScenario({ ...toScenario({}, actions), settings });
  const { at } = openTelling(trace);
  const unsent = trace.frames.filter(({ session }) => session.outcome.blocked?.at === 'preflight');
  const results = unsent.map(({ step }) => at(step).row.result);
  for (const result of results) expect(result).not.toMatch(/(only|by) (the )?session/i);
  expect(results).toContain('Password not changed');
  expect(results).toContain('Logged in by token only');
});

test('each header field of these runs is explained', async () => {
  const ids = /^(cors|fetch|front-end|proxy|csrf)-/;
  const names = new Set<string>();
  for (const scenario of SCENARIOS.filter(({ id }) => ids.test(id))) {
    const { frames } = await runScenario(scenario);
    for (const { session, token } of frames)
      for (const { headers } of [...session.messages, ...token.messages])
        for (const [name] of headers) names.add(name);
  }
  expect(names.has('Access-Control-Allow-Credentials')).toBe(true);
  expect([...names].filter((name) => explainHeader(name) === null)).toEqual([]);
});

import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
  readPagePlace,
  toApiOrigin,
  toFrontEndOrigin,
} from '../../src/sim/client/frontEndOrigin.ts';
import { isSameSite } from '../../src/sim/client/site.ts';
import { checkCors, isPreflight } from '../../src/sim/http/cors.ts';
import type { HeaderField, Message } from '../../src/sim/message.ts';
import { getHeader } from '../../src/sim/message.ts';
import type { CredentialsMode } from '../../src/sim/settings.ts';
import { STRATEGIES } from '../../src/sim/strategy.ts';
import type { LaneFrame, Trace } from '../../src/sim/trace.ts';
import { runScenario } from '../../src/sim/trace.ts';
import { anyRun } from './arbitraries.ts';
import { anyFrontEnd, PAGES } from './frontEnds.ts';
import { toScenario } from './runs.ts';

// Many runs; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const RUNS = { numRuns: 100 };
const PAGE = 'http://localhost:5173';

describe('the CORS check', () => {
  const toAnswer = (...headers: HeaderField[]): Message => ({
    ...{ from: 'server', to: 'client', kind: 'response', method: 'GET', target: '/profile' },
    ...{ status: 200, headers, body: null, carries: [] },
  });
  const allow = (origin: string): HeaderField => ['Access-Control-Allow-Origin', origin];
  const credentials = (value: string): HeaderField => ['Access-Control-Allow-Credentials', value];
  const cases: readonly [name: string, Message, CredentialsMode, string | null][] = [
    ['nothing is said', toAnswer(), 'omit', 'allowOriginMissing'],
    ['any origin', toAnswer(allow('*')), 'omit', null],
    ['any origin, by default', toAnswer(allow('*')), 'same-origin', null],
    ['any origin, with cookies', toAnswer(allow('*')), 'include', 'allowOriginAny'],
    [
      ...(['any origin and credentials, with cookies'] as const),
      ...([toAnswer(allow('*'), credentials('true')), 'include', 'allowOriginAny'] as const),
    ],
    ['a slash at the end', toAnswer(allow(`${PAGE}/`)), 'omit', 'allowOriginOther'],
    ['another port', toAnswer(allow('http://localhost:3000')), 'include', 'allowOriginOther'],
    ['the page’s', toAnswer(allow(PAGE)), 'same-origin', null],
    ['the page’s, with cookies', toAnswer(allow(PAGE)), 'include', 'allowCredentialsMissing'],
    ['and credentials', toAnswer(allow(PAGE), credentials('true')), 'include', null],
    [
      ...(['and credentials, misspelt'] as const),
      ...([toAnswer(allow(PAGE), credentials('True'))] as const),
      ...(['include', 'allowCredentialsMissing'] as const),
    ],
  ];
  test.each(cases)('%s', (_, answer, mode, refusal) => {
    expect(checkCors(answer, PAGE, mode)).toBe(refusal);
  });
});

const anyFrontEndRun = fc
  .record({ run: anyRun(8), frontEnd: anyFrontEnd })
  .map(({ run, frontEnd }) => ({
    ...toScenario({}, run.actions),
    settings: { ...run.settings, frontEnd },
  }));

interface Played {
  readonly trace: Trace;
  /** The lane's frames of each Action, with the State before it. */
  readonly parts: readonly { readonly before: LaneFrame; readonly lanes: readonly LaneFrame[] }[];
}

function toParts(trace: Trace): Played['parts'] {
  return STRATEGIES.flatMap((strategy) =>
    trace.scenario.actions.map((_, index) => {
      const own = trace.frames.filter(({ actionIndex }) => actionIndex === index);
      const first = own[0]?.step ?? 1;
      const before = trace.frames[first - 1]?.[strategy] as LaneFrame;
      return { before, lanes: own.map((frame) => frame[strategy]) };
    }),
  );
}

const hold = (check: (played: Played) => void) =>
  fc.assert(
    fc.asyncProperty(anyFrontEndRun, async (scenario) => {
      const trace = await runScenario(scenario);
      check({ trace, parts: toParts(trace) });
    }),
    RUNS,
  );

const listMessages = (lanes: readonly LaneFrame[]) => lanes.flatMap(({ messages }) => messages);

test('a preflight carries no credential, and none comes with its answer into a jar', () =>
  hold(({ parts }) => {
    for (const { before, lanes } of parts) {
      const asked = listMessages(lanes).filter(isPreflight);
      const requests = asked.filter(({ kind }) => kind === 'request');
      for (const request of requests) expect(request.carries).toEqual([]);
      const isAlone = listMessages(lanes)
        .filter(({ kind }) => kind !== 'store')
        .every(isPreflight);
      if (requests.length > 0 && isAlone) {
        const jars = [before, ...lanes].map(({ state }) => state.clients.client?.jar.length ?? 0);
        expect(Math.max(...jars)).toBe(jars[0]);
      }
    }
  }));

test('what a browser may not send it does not send, and no password leaves it', () =>
  hold(({ parts }) => {
    for (const { lanes } of parts) {
      if (lanes.every(({ outcome }) => outcome.blocked?.at !== 'preflight')) continue;
      const sent = listMessages(lanes).filter(({ kind }) => kind === 'request');
      expect(sent.every(isPreflight)).toBe(true);
      expect(lanes.map(({ outcome }) => outcome.allowed)).not.toContain(true);
    }
  }));

test('an answer is withheld from a page of another origin alone, and only for what it lacks', () =>
  hold(({ trace, parts }) => {
    const { frontEnd, origin } = trace.scenario.settings;
    for (const { lanes } of parts) {
      for (const { outcome, messages } of lanes) {
        if (!outcome.blocked) continue;
        expect(frontEnd?.origin).not.toBe(origin);
        // With the page's origin and credentials allowed there is nothing that it could lack, but in
        // what Node.js answers before any application is asked.
        if (frontEnd?.cors === 'credentials') expect(outcome.status).toBe(431);
        const answer = messages.findLast(({ kind }) => kind === 'response');
        const mode = outcome.blocked.reason === 'allowOriginMissing' ? null : '*';
        if (answer && mode === null)
          expect(getHeader(answer, 'Access-Control-Allow-Origin')).toBe(null);
      }
    }
  }));

test('a page of the server’s own origin is as no page at all, whatever the server says to others', async () => {
  const scenarios = fc.record({ run: anyRun(8), cors: fc.constantFrom('none' as const) });
  const holds = fc.asyncProperty(scenarios, async ({ run, cors }) => {
    const { frontEnd: _, ...settings } = run.settings;
    const frontEnd = { origin: settings.origin, credentials: 'same-origin', cors } as const;
    const toFrames = ({ frames }: Trace) => JSON.stringify(frames);
    const plain = await runScenario({ ...toScenario({}, run.actions), settings });
    const own = await runScenario({
      ...toScenario({}, run.actions),
      settings: { ...settings, frontEnd },
    });
    expect(toFrames(own)).toBe(toFrames(plain));
  });
  await fc.assert(holds, RUNS);
});

test('without credentials no cookie goes to another origin from the user’s page, and none is kept', () =>
  hold(({ trace }) => {
    const { frontEnd, origin } = trace.scenario.settings;
    if (frontEnd?.origin === origin || frontEnd?.credentials === 'include') return;
    const own = trace.frames.filter(({ kind }) =>
      /^(login|request|logout|refresh|ride)\./.test(kind),
    );
    for (const frame of own) {
      for (const strategy of STRATEGIES) {
        const sent = frame[strategy].messages.filter(({ kind }) => kind === 'request');
        for (const request of sent) expect(getHeader(request, 'Cookie')).toBe(null);
        const before = trace.frames[frame.step - 1]?.[strategy].state.clients.client?.jar ?? [];
        const after = frame[strategy].state.clients.client?.jar ?? [];
        const ids = (jar: typeof after) => jar.map(({ name, value }) => `${name}=${value}`);
        expect(ids(before)).toEqual(expect.arrayContaining(ids(after)));
      }
    }
  }));

test.each([...PAGES, 'http://localhost:3000', 'http://[::1]:3000', 'http://a.b.example:5173'])(
  'a page beside %s is where it is asked for',
  (origin) => {
    for (const place of ['otherPort', 'subdomain', 'otherSite'] as const) {
      const server = place === 'subdomain' ? toApiOrigin(origin) : origin;
      const page = toFrontEndOrigin(origin, place);
      expect(page).not.toBe(server);
      expect(isSameSite(page, server)).toBe(place !== 'otherSite');
      const frontEnd = { origin: page, credentials: 'include', cors: 'none' } as const;
      const settings = { ...toScenario().settings, origin: server, frontEnd };
      expect(readPagePlace(settings)).toBe(place);
    }
    expect(toFrontEndOrigin(origin, 'sameOrigin')).toBe(origin);
  },
);

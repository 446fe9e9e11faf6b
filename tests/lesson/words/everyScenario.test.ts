import { describe, expect, test } from 'vitest';
import { sayAnnouncement } from '../../../src/lesson/page/announcement.ts';
import { readStep } from '../../../src/lesson/read/moment.ts';
import { readOutsider } from '../../../src/lesson/read/stage/outsider.ts';
import { readTraffic } from '../../../src/lesson/read/traffic.ts';
import { openTelling } from '../../../src/lesson/tell.ts';
import { toRunNodeState } from '../../../src/panels/flowDiagram/nodeState.ts';
import type { Message } from '../../../src/sim/message.ts';
import { SCENARIOS } from '../../../src/sim/scenarios.ts';
import { STRATEGIES } from '../../../src/sim/strategy.ts';
import { runScenario } from '../../../src/sim/trace.ts';
import { findHoles, HOLE } from '../holes.ts';

const RUNS = await Promise.all(
  SCENARIOS.map(async (scenario) => {
    const trace = await runScenario(scenario);
    return { id: scenario.id, trace, telling: openTelling(trace) };
  }),
);
const OTHERS = RUNS.filter(({ id }) => id !== 'login-to-logout');

/** Longer than this, a sentence leaves the room that the stage has for it. */
const LONGEST = 290;

const isAttackers = ({ from, to }: Message) => from === 'attacker' || to === 'attacker';

describe.each(RUNS)('$id', ({ trace, telling: { run, at } }) => {
  const { frames, scenario } = trace;
  const inCookie = scenario.settings.session.dataIn === 'cookie';

  test('every panel has something to say at every step, without a hole', () => {
    expect(findHoles(run, '')).toEqual([]);
    for (const { step } of frames) {
      const told = at(step);
      expect(findHoles(told, `${step}`)).toEqual([]);
      expect(sayAnnouncement(told, run.lastStep, 'both')).not.toMatch(HOLE);
      // Where the data is in the cookie, there is no record to hold.
      expect(told.holders).toHaveLength(inCookie ? 4 : 5);
      for (const [variable] of run.variables) {
        const text = told.variables[variable];
        expect(text.length, text).toBeLessThan(130);
      }
    }
    expect(frames.filter(({ step }) => at(step).transcript === null)).toEqual([frames[0]]);
  });

  test('what is set as code is a value, and no words', () => {
    for (const { step } of frames) {
      for (const lane of STRATEGIES) {
        for (const part of at(step)[lane].sentence) {
          if (typeof part === 'string') expect(part, `step ${step}`).not.toBe('');
          else if ('term' in part) expect(part.text, `step ${step}`).toMatch(/\S/);
          else {
            expect(part.code, `step ${step}`).toMatch(/\S/);
            expect(part.code, `step ${step}`).not.toMatch(
              /\b(the|a) (second )?(server|client|browser|attacker|user|thief)\b/i,
            );
          }
        }
      }
    }
  });

  test('no sentence is longer than its place', () => {
    for (const { step } of frames) {
      for (const lane of STRATEGIES) {
        const text = sayAnnouncement(at(step), run.lastStep, lane).replace(
          /^.*?(Session|Token): /,
          '',
        );
        expect(text.length, text).toBeLessThan(LONGEST);
      }
    }
  });

  test('what the attacker sends shows the attacker, and nothing on the client’s wire', () => {
    for (const frame of frames) {
      for (const lane of STRATEGIES) {
        const own = frame[lane].messages.filter(isAttackers);
        if (own.length === 0) continue;
        expect(run.around).toContain('outsider');
        const { stage, messages } = at(frame.step)[lane];
        expect(stage.outsider?.acts).toBe(true);
        const { request, response, fromBelow } = readTraffic(readStep(trace, frame)[lane]);
        expect([request, response].filter(Boolean)).toEqual(
          own.filter(({ kind }) => kind !== 'store'),
        );
        // The client's own credential is not the one that travels.
        expect([fromBelow, stage.wire.fromBelow]).toEqual([true, true]);
        expect(stage.credential?.place ?? 'client').toBe('client');
        const routes = messages.flatMap(({ kind, route }) => (kind === 'store' ? [] : [route]));
        for (const route of routes) expect(route).toContain('attacker');
        expect(routes).toHaveLength(own.length);
      }
    }
  });

  test('what was stolen is with the attacker', () => {
    for (const frame of frames) {
      for (const lane of STRATEGIES) {
        const stolen = frame[lane].state.clients.attacker?.stolen ?? [];
        const facts = readOutsider(readStep(trace, frame)[lane]);
        if (facts.type === 'page') expect(stolen).toEqual([]);
        else expect(facts.stolen).toEqual(stolen.toReversed());
        const { outsider } = at(frame.step)[lane].stage;
        const shown = (outsider?.things.length ?? 0) + (outsider?.more ?? 0);
        expect(shown).toBeGreaterThanOrEqual(stolen.length);
      }
    }
  });

  test('the second server is there where there is one', () => {
    const has = frames[0]?.session.state.servers.server2 !== undefined;
    expect(run.around.includes('second')).toBe(has);
    for (const frame of frames) {
      const { second, wire } = at(frame.step).session.stage;
      expect(second !== null).toBe(has);
      const sent = frame.session.messages.some(({ to }) => to === 'server2');
      if (!sent) continue;
      expect(second?.active).toBe(true);
      expect(wire.request.second || wire.response.second).toBe(true);
    }
  });
});

describe.each(OTHERS)('$id, its columns and its flow', ({ trace, telling: { run, at } }) => {
  test('the columns go from the start to the end, each at the end of an Action', () => {
    const { checkpoints, lastStep } = run;
    const steps = checkpoints.map(({ step }) => step);
    expect(checkpoints.length).toBeLessThanOrEqual(7);
    expect([checkpoints[0]?.title, checkpoints.at(-1)?.title]).toEqual(['Start', 'Final']);
    expect([steps[0], steps.at(-1)]).toEqual([0, lastStep]);
    expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
    for (const { step, title } of checkpoints.slice(1, -1)) {
      expect(title).toBe(`After Step ${step}`);
      const { frames } = trace;
      expect(frames[step]?.actionIndex).not.toBe(frames[step + 1]?.actionIndex);
    }
  });

  test('each Action is a node, and one is current at each step but the start', () => {
    expect(run.isWalk).toBe(false);
    for (const { step, actionIndex } of trace.frames) {
      const flow = at(step).flow;
      if (!flow) throw new RangeError(`no flow at ${step}`);
      const { nodes, before, after } = flow;
      expect(before + nodes.length + after).toBe(trace.scenario.actions.length);
      const current = nodes.filter((node) => toRunNodeState(node, step) === 'current');
      expect(current.map(({ index }) => index)).toEqual(actionIndex < 0 ? [] : [actionIndex]);
    }
  });

  test('a node’s outcome is the engine’s', () => {
    const nodes = at(0).flow?.nodes ?? [];
    expect(nodes.length).toBeGreaterThan(0);
    for (const node of nodes) {
      for (const lane of STRATEGIES) {
        const outcomes = trace.frames
          .slice(node.first, node.last + 1)
          .map((frame) => frame[lane].outcome);
        const decided = outcomes.findLast(({ allowed }) => allowed !== null)?.allowed;
        const isBlocked = outcomes.some(({ blocked }) => blocked !== undefined);
        const { tone } = node[lane];
        const isLogin = trace.scenario.actions[node.index]?.type === 'login';
        // A login that is let in opens nothing yet: it is done, in one step or in phases.
        if (isLogin && decided) expect(tone).toMatch(/busy|breach|rest/);
        else if (decided === undefined && !isBlocked) expect(tone).not.toMatch(/allowed|denied/);
        else expect(tone).toMatch(decided && !isBlocked ? /allowed|breach/ : /denied|held/);
      }
    }
  });
});

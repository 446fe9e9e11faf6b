import { describe, expect, test } from 'vitest';
import { toAnnouncement } from '../../../../src/lesson/announcement.ts';
import {
  toAround,
  toOutsider,
  toSecondServer,
  toUserRow,
} from '../../../../src/lesson/beyond/around.ts';
import { toCodeDifferences } from '../../../../src/lesson/beyond/code.ts';
import { formatRoute, isAttackers } from '../../../../src/lesson/beyond/parties.ts';
import { toRunFlow, toRunNodeState } from '../../../../src/lesson/beyond/runFlow.ts';
import { toCells } from '../../../../src/lesson/cells.ts';
import { toCheckpoints } from '../../../../src/lesson/checkpoints.ts';
import { toCodeMarks } from '../../../../src/lesson/codeMarks.ts';
import { toDetail } from '../../../../src/lesson/details.ts';
import { toHoldings } from '../../../../src/lesson/holders.ts';
import { toNarration } from '../../../../src/lesson/narration.ts';
import { toScene } from '../../../../src/lesson/scene.ts';
import { toTranscript } from '../../../../src/lesson/transcript.ts';
import { toVariableText, VARIABLES } from '../../../../src/lesson/variables.ts';
import { isWholeWalk } from '../../../../src/lesson/walkRun.ts';
import { SCENARIOS } from '../../../../src/sim/scenarios.ts';
import { STRATEGIES } from '../../../../src/sim/strategy.ts';
import { runScenario } from '../../../../src/sim/trace.ts';

const RUNS = await Promise.all(
  SCENARIOS.map(async (scenario) => ({ id: scenario.id, trace: await runScenario(scenario) })),
);
const OTHERS = RUNS.filter(({ id }) => id !== 'login-to-logout');

/** What a forgotten case leaves in a text. */
const HOLE = /undefined|null|NaN|\[object|Invalid Date| {2}|: \./;
/** Longer than this, a sentence leaves the room that the stage has for it. */
const LONGEST = 290;

describe.each(RUNS)('$id', ({ trace }) => {
  const { frames } = trace;
  const last = frames.length - 1;

  test('every panel has something to say at every step, without a hole', () => {
    for (const frame of frames) {
      const texts = [
        ...Object.values(toCells(frame)),
        toAnnouncement(frame, last, 'both'),
        ...STRATEGIES.flatMap((lane) => [
          toDetail(frame.kind, frame[lane], lane) ?? '',
          JSON.stringify(toScene(frame, lane).verdict),
          toOutsider(frame, lane).note,
          toSecondServer(frame[lane])?.store ?? '',
          toUserRow(trace, frame[lane]),
        ]),
      ];
      for (const text of texts) expect(text, `step ${frame.step}`).not.toMatch(HOLE);
      for (const lane of STRATEGIES) expect(() => toCodeMarks(frame.kind, lane)).not.toThrow();
      expect(toHoldings(frame)).toHaveLength(5);
    }
    expect(toTranscript(trace)).toHaveLength(last);
    for (const text of toCodeDifferences(trace, STRATEGIES)) expect(text).not.toMatch(HOLE);
    for (const variable of VARIABLES)
      for (const { step } of trace.frames) {
        const text = toVariableText(trace, variable, step);
        expect(text).not.toMatch(HOLE);
        expect(text.length, text).toBeLessThan(130);
      }
  });

  test('what is set as code is a value, and no words', () => {
    for (const frame of frames) {
      for (const lane of STRATEGIES) {
        for (const part of toNarration(frame.kind, frame[lane], lane, frame)) {
          if (typeof part === 'string') expect(part, `step ${frame.step}`).not.toBe('');
          else {
            expect(part.code, `step ${frame.step}`).toMatch(/\S/);
            expect(part.code, `step ${frame.step}`).not.toMatch(
              /\b(the|a) (second )?(server|client|browser|attacker|user|thief)\b/i,
            );
          }
        }
      }
    }
  });

  test('no sentence is longer than its place', () => {
    for (const frame of frames) {
      for (const lane of STRATEGIES) {
        const text = toAnnouncement(frame, last, lane).replace(/^.*?(Session|Token): /, '');
        expect(text.length, text).toBeLessThan(LONGEST);
      }
    }
  });

  test('what the attacker sends shows the attacker, and nothing on the client’s wire', () => {
    for (const frame of frames) {
      for (const lane of STRATEGIES) {
        const own = frame[lane].messages.filter(isAttackers);
        if (own.length === 0) continue;
        expect(toAround(trace)).toContain('outsider');
        const { request, response } = toOutsider(frame, lane);
        expect([request, response].filter(Boolean)).toEqual(
          own.filter(({ kind }) => kind !== 'store'),
        );
        const scene = toScene(frame, lane);
        expect([scene.request, scene.response, scene.attacked]).toEqual([null, null, true]);
        for (const message of own) expect(formatRoute(message)).toContain('attacker');
      }
    }
  });

  test('what was stolen is with the attacker', () => {
    for (const frame of frames) {
      for (const lane of STRATEGIES) {
        const loot = frame[lane].state.clients.attacker?.loot ?? [];
        expect(toOutsider(frame, lane).loot).toHaveLength(loot.length);
      }
    }
  });

  test('the second server is there where there is one', () => {
    const has = frames[0]?.session.state.servers.server2 !== undefined;
    expect(toAround(trace).includes('second')).toBe(has);
    for (const frame of frames) {
      expect(toSecondServer(frame.session) !== null).toBe(has);
      const sent = frame.session.messages.some(({ to }) => to === 'server2');
      if (sent) expect(toSecondServer(frame.session)?.active).toBe(true);
    }
  });
});

describe.each(OTHERS)('$id, its columns and its flow', ({ trace }) => {
  const last = trace.frames.length - 1;

  test('the columns go from the start to the end, each at the end of an Action', () => {
    const columns = toCheckpoints(trace);
    const steps = columns.map(({ step }) => step);
    expect(columns.length).toBeLessThanOrEqual(7);
    expect([columns[0]?.title, columns.at(-1)?.title]).toEqual(['Start', 'Final']);
    expect([steps[0], steps.at(-1)]).toEqual([0, last]);
    expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
    for (const { step, title } of columns.slice(1, -1)) {
      expect(title).toBe(`After Step ${step}`);
      const { frames } = trace;
      expect(frames[step]?.actionIndex).not.toBe(frames[step + 1]?.actionIndex);
    }
  });

  test('each Action is a node, and one is current at each step but the start', () => {
    expect(isWholeWalk(trace)).toBe(false);
    for (const { step, actionIndex } of trace.frames) {
      const { nodes, before, after } = toRunFlow(trace, step);
      expect(before + nodes.length + after).toBe(trace.scenario.actions.length);
      const current = nodes.filter((node) => toRunNodeState(node, step) === 'current');
      expect(current.map(({ index }) => index)).toEqual(actionIndex < 0 ? [] : [actionIndex]);
    }
  });

  test('a node’s outcome is the engine’s', () => {
    for (const node of toRunFlow(trace, 0).nodes) {
      for (const lane of STRATEGIES) {
        const decided = trace.frames
          .slice(node.first, node.last + 1)
          .findLast((frame) => frame[lane].outcome.allowed !== null)?.[lane].outcome.allowed;
        const tone = decided === undefined ? /rest|done/ : decided ? /allowed/ : /denied/;
        expect(node[lane].tone).toMatch(tone);
      }
    }
  });
});

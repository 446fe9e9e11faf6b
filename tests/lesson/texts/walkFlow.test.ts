import { describe, expect, test } from 'vitest';
import {
  FLOW,
  FLOW_PHASES,
  type FlowNode,
  SHARED_FLOW,
  toNodeState,
} from '../../../src/lesson/texts/walkFlow.ts';
import { STRATEGIES, type Strategy } from '../../../src/sim/strategy.ts';
import { FLOW_AT, FLOW_STEPS, FLOW_TEXTS, TABLE } from '../walkFacts.ts';

const toTexts = (nodes: readonly FlowNode[]) => nodes.map(({ text }) => text);
const toSteps = (nodes: readonly FlowNode[]) => nodes.map(({ steps }) => steps);
const listCurrent = (step: number, strategy: Strategy) =>
  toTexts(
    [...SHARED_FLOW, ...FLOW[strategy]].filter((node) => toNodeState(node, step) === 'current'),
  );

test('the texts are the lesson’s', () => {
  expect(toTexts(SHARED_FLOW)).toEqual(FLOW_TEXTS.shared);
  expect(toTexts(FLOW.session)).toEqual(FLOW_TEXTS.session);
  expect(toTexts(FLOW.token)).toEqual(FLOW_TEXTS.token);
});

test('so are the steps', () => {
  expect(toSteps(SHARED_FLOW)).toEqual(FLOW_STEPS.shared);
  expect(toSteps(FLOW.session)).toEqual(FLOW_STEPS.branch);
  expect(toSteps(FLOW.token)).toEqual(FLOW_STEPS.branch);
});

test('each has one short word, which is true whether access is allowed or denied', () => {
  for (const { short, steps, decides } of [...SHARED_FLOW, ...FLOW.session, ...FLOW.token]) {
    const isWide = steps.length > 1 && !decides;
    expect(short.length, short).toBeLessThanOrEqual(isWide ? 7 : 6);
    if (decides) expect(short).toBe('Decide');
  }
});

test('the phases follow each other from the first step to the last', () => {
  const steps = FLOW_PHASES.flatMap(({ from, to }) =>
    Array.from({ length: to - from + 1 }, (_, i) => from + i),
  );
  expect(steps).toEqual(TABLE.map(([step]) => step));
});

describe.each(STRATEGIES)('%s', (strategy) => {
  test.each([0, 12])('no node is current at %i', (step) => {
    expect(listCurrent(step, strategy)).toEqual([]);
  });

  test.each([1, 2, 3, 4, 5, 7, 8, 11])('one node is current at %i', (step) => {
    expect(listCurrent(step, strategy)).toHaveLength(1);
  });

  test('at 6 what is checked is sent, and nothing is checked yet', () => {
    const states = [5, 6, 7, 8].map((step) => toNodeState(FLOW[strategy][3] as FlowNode, step));
    expect(states).toEqual(['coming', 'begun', 'current', 'done']);
  });

  test('no node is lit before the step that it leads to', () => {
    for (const node of [...SHARED_FLOW, ...FLOW[strategy]])
      for (let step = 0; step < node.at; step += 1)
        expect(toNodeState(node, step), `${node.text} at ${step}`).toMatch(/coming|begun/);
  });

  test('at 9 the logout is current, and what it throws away', () => {
    expect(listCurrent(9, strategy)).toEqual(['Logout', FLOW_TEXTS[strategy].at(-1)]);
  });

  test('a node leads to the step at which it happens', () => {
    expect(FLOW[strategy].map(({ at }) => at)).toEqual(FLOW_AT);
  });

  test('a node is still to come, then current, then done', () => {
    const states = [2, 3, 4].map((step) => toNodeState(FLOW[strategy][0] as FlowNode, step));
    expect(states).toEqual(['coming', 'current', 'done']);
    expect(toNodeState(FLOW[strategy][4] as FlowNode, 9)).toBe('done');
  });
});

test('step 10 stays on the last node of both lanes', () => {
  expect(listCurrent(10, 'session')).toEqual([FLOW_TEXTS.session.at(-1)]);
  expect(listCurrent(10, 'token')).toEqual([FLOW_TEXTS.token.at(-1)]);
});

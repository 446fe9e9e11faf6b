import { expect, test } from 'vitest';
import { FLOW } from '../../src/lesson/texts/walkFlow.ts';
import { toHalf, toStretches } from '../../src/panels/flowDiagram/nodePlace.ts';
import { findStop } from '../../src/panels/flowDiagram/nodeState.ts';

test('the steps of a node are stretches without a gap', () => {
  expect(toStretches({ steps: [6, 7] })).toEqual([{ from: 6, to: 7 }]);
  expect(toStretches({ steps: [8, 11] })).toEqual([
    { from: 8, to: 8 },
    { from: 11, to: 11 },
  ]);
  expect(toStretches({ steps: [] })).toEqual([]);
});

test.each(['session', 'token'] as const)(
  'in the %s lane logout and what it throws away share a step, and so the rail; all others have it whole',
  (strategy) => {
    const nodes = FLOW[strategy];
    const halves = nodes.map((_, i) => toHalf(nodes, i));
    expect(halves).toEqual([null, null, null, null, null, 'upper', 'lower']);
  },
);

test('one node stands for all in the tab order: the current one, else the first', () => {
  const stops = Array.from({ length: 13 }, (_, step) => findStop(['session', 'token'], step)?.text);
  expect(stops[0]).toBe('User sends login request');
  expect(stops[6]).toBe('Server checks session ID');
  expect(stops[10]).toBe('Destroy session on server');
  expect(stops[12]).toBe('User sends login request');
  expect(findStop(['token'], 10)?.text).toBe('Client discards token');
});

import { expect, test } from 'vitest';
import { FLOW } from '../../src/lesson/texts/walkFlow.ts';
import { toHalf, toStretches } from '../../src/panels/flowDiagram/nodePlace.ts';

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

import { expect, test } from 'vitest';
import type { Action } from '../../src/sim/action.ts';
import type { LaneFrame } from '../../src/sim/frame.ts';
import { idle } from '../../src/sim/outcome.ts';
import { findParting } from '../../src/sim/runs/parting.ts';
import type { Strategy } from '../../src/sim/strategy.ts';
import { STRATEGIES } from '../../src/sim/strategy.ts';
import type { Trace } from '../../src/sim/trace.ts';
import { run } from './runs.ts';

const fold = true;
const LOGIN: Action = { type: 'login', fold };
const REQUEST: Action = { type: 'request', fold };

test('two runs of the same part nowhere, whatever the secrets, times and IDs are', async () => {
  const actions = [LOGIN, REQUEST, { type: 'steal' }] as const;
  const [a, b] = [await run(actions), await run(actions, { seed: 'another', start: 0 })];
  expect(findParting(a, b)).toBe(null);
  expect(findParting(a, a)).toBe(null);
});

test('a run that is over parts from one that goes on, either way round', async () => {
  const [short, long] = [await run([LOGIN]), await run([LOGIN, REQUEST])];
  const parting = { step: 2, lanes: STRATEGIES };
  expect(findParting(short, long)).toEqual(parting);
  expect(findParting(long, short)).toEqual(parting);
});

test('another kind of step parts both lanes, though both come to the same', async () => {
  const waits = await run([{ type: 'wait', seconds: 1 }]);
  const ends = await run([{ type: 'end' }]);
  expect(findParting(waits, ends)).toEqual({ step: 1, lanes: STRATEGIES });
});

/** The run with another outcome at the end of one lane. */
function change(trace: Trace, lane: Strategy, patch: Partial<LaneFrame['outcome']>): Trace {
  const frames = trace.frames.map((frame, i) =>
    i < trace.frames.length - 1
      ? frame
      : { ...frame, [lane]: { ...frame[lane], outcome: { ...frame[lane].outcome, ...patch } } },
  );
  return { ...trace, frames };
}

const copy = { accepted: true, expiresAt: null, failure: null };

test.each<[string, Partial<LaneFrame['outcome']>]>([
  ['type', { type: 'idle' }],
  ['status', { status: 418 }],
  ['failure', { failure: 'userBanned' }],
  ['reason to be idle', { idle: idle('nothingHeld').idle }],
  ['reason to be blocked', { blocked: { at: 'answer', reason: 'allowOriginAny' } }],
  ['verdict on a copy', { copy }],
])('another %s parts the lane that has it, and no other', async (_what, patch) => {
  const trace = await run([LOGIN, REQUEST]);
  for (const lane of STRATEGIES) {
    const other = change(trace, lane, patch);
    expect(findParting(trace, other)).toEqual({ step: 2, lanes: [lane] });
    expect(findParting(other, trace)).toEqual({ step: 2, lanes: [lane] });
    expect(findParting(other, change(trace, lane, patch))).toBe(null);
  }
});

test('a copy that holds longer is the same copy', async () => {
  const trace = change(await run([LOGIN]), 'token', { copy });
  const later = change(trace, 'token', { copy: { ...copy, expiresAt: 9 } });
  expect(findParting(trace, later)).toBe(null);
});

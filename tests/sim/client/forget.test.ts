import { expect, test } from 'vitest';
import type { Action } from '../../../src/sim/action.ts';
import { parseCookie, type StoredCookie } from '../../../src/sim/client/jar.ts';
import { getClient, patchClient } from '../../../src/sim/state.ts';
import type { Strategy } from '../../../src/sim/strategy.ts';
import { extendTrace } from '../../../src/sim/trace.ts';
import type { SettingsPatch } from '../runs.ts';
import { getFrame, run } from '../runs.ts';

const LOGIN: Action = { type: 'login', fold: true };
const OTHER = parseCookie('theme=dark', 'http://localhost:3000/', 0) as StoredCookie;

test.each<[Strategy, SettingsPatch]>([
  ['session', {}],
  ['session', { session: { dataIn: 'cookie' } }],
  ['token', { token: { keptIn: 'cookie' } }],
])(
  'in the %s lane a browser forgets its credential, and no other cookie: %j',
  async (lane, patch) => {
    const trace = await run([LOGIN], patch);
    const frames = trace.frames.map((frame) => {
      const { state } = frame[lane];
      const { jar } = getClient(state, 'client');
      const beside = patchClient(state, 'client', { jar: [OTHER, ...jar] });
      return { ...frame, [lane]: { ...frame[lane], state: beside } };
    });
    const after = await extendTrace({ ...trace, frames }, { type: 'forget' });
    const { outcome, state } = getFrame(after, -1)[lane];
    expect(getClient(state, 'client').jar).toEqual([OTHER]);
    expect(outcome.type).toBe('done');
  },
);

import { describe, expect, test } from 'vitest';
import { checkCopies } from '../../src/sim/copies.ts';
import { withClient } from '../../src/sim/lanes/start.ts';
import type { State } from '../../src/sim/state.ts';
import { patchClient } from '../../src/sim/state.ts';
import { startTrace } from '../../src/sim/trace.ts';
import { getFrame, toScenario } from './runs.ts';

const SCENARIO = toScenario({ second: {} });
const { state: empty } = getFrame(startTrace(SCENARIO), 0).token;

const toState = (stolen: readonly string[], discarded: string | null = null): State =>
  patchClient(
    patchClient(withClient(empty, 'attacker', SCENARIO.settings), 'client', { discarded }),
    'attacker',
    { stolen },
  );

/** What servers say of a copy by its name: `<lifetime or never>@<server>` is accepted there alone. */
const check = async (credential: string, server: string) => {
  const [end = '', at] = credential.split('@');
  const accepted = at === server;
  const expiresAt = end.startsWith('never') ? null : Number.parseInt(end, 10);
  return { accepted, expiresAt, failure: accepted ? null : ('tokenMalformed' as const) };
};

const tryAll = (state: State) =>
  checkCopies(
    state,
    'client',
    { isFirst: (one) => !one.includes('refresh'), isOther: (one) => !one.includes('opaque') },
    check,
  );

const REFUSED = { accepted: false, expiresAt: 1, failure: 'tokenMalformed' };
const accept = (expiresAt: number | null) => ({ accepted: true, expiresAt, failure: null });

describe('of all copies', () => {
  test('there is none where nothing was dropped or stolen', async () => {
    expect(await tryAll(toState([]))).toBe(null);
    expect(await tryAll(toState(['1-opaque@server']))).toBe(null);
  });

  test('the dropped one is asked about, else the one that was stolen last', async () => {
    expect(await tryAll(toState([], '5@server'))).toEqual(accept(5));
    expect(await tryAll(toState(['5@server', '6@server']))).toEqual({
      ...accept(6),
      other: { expiresAt: 5 },
    });
    expect(await tryAll(toState(['5@server', '6-refresh@server']))).toEqual({
      ...accept(5),
      other: { expiresAt: 6, isRefreshToken: true },
    });
    expect(await tryAll(toState(['6-refresh@server']))).toEqual(accept(6));
  });

  test('each is tried at every server, the first one first', async () => {
    expect(await tryAll(toState([], '5@server2'))).toEqual({ ...accept(5), at: 'server2' });
    expect(await tryAll(toState([], '1@nowhere'))).toEqual(REFUSED);
    expect(await tryAll(toState(['7@server2'], '1@nowhere'))).toEqual({
      ...REFUSED,
      other: { expiresAt: 7, at: 'server2' },
    });
  });

  test.each([
    [['5@server', '6@server'], 6],
    [['6@server', '5@server'], 6],
    [['never@server', '6@server'], null],
    [['6@server', 'never@server'], null],
    [['9@nowhere', '6@server'], 6],
    [['9@nowhere'], undefined],
  ])('of the others %j counts the one that holds longest: %s', async (stolen, expiresAt) => {
    const copy = await tryAll(toState(stolen, '1@nowhere'));
    expect(copy?.other?.expiresAt).toBe(expiresAt);
  });

  test('of two that hold as long it is the first', async () => {
    const same = ['6@server', '6@server2'];
    expect((await tryAll(toState(same, '1@nowhere')))?.other).toEqual({ expiresAt: 6 });
    const never = ['never@server', 'never2@server2'];
    expect((await tryAll(toState(never, '1@nowhere')))?.other).toEqual({ expiresAt: null });
  });
});

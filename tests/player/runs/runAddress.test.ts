import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { sayFault } from '../../../src/lesson/texts/faults.ts';
import { readRunAddress, writeRunAddress } from '../../../src/player/runs/runAddress.ts';
import type { Run } from '../../../src/sim/runs/run.ts';
import {
  formatRunAddress,
  formatRunText,
  MAX_ADDRESS_CHARS,
} from '../../../src/sim/runs/runFile.ts';
import { SCENARIOS } from '../../../src/sim/scenarios.ts';
import { DEFAULT_SETTINGS, SECOND_SECRETS } from '../../../src/sim/settings.ts';
import { anyAction, anySettings } from '../../sim/arbitraries.ts';

// Many runs; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

/** Characters that any run of 40 Actions may take in an address. */
const MAX_CHARS_OF_40 = 2000;

const pack = (text: string | Buffer) => `z.${deflateRawSync(text).toString('base64url')}`;

const toText = (actions: readonly object[]) =>
  JSON.stringify({ authtrace: 1, settings: {}, actions });

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** IDs of five further browsers, as long as they may be. */
const anyClients = fc.array(
  fc
    .string({ unit: fc.constantFrom(...letters), minLength: 15, maxLength: 15 })
    .map((id) => `p${id}`),
  { minLength: 5, maxLength: 5 },
);

/** Forty Actions by up to eight browsers, with waits of any length. */
const anyForty = fc
  .tuple(
    fc.array(fc.tuple(anyAction, fc.nat(7), fc.nat(315_360_000)), { minLength: 40, maxLength: 40 }),
    anyClients,
  )
  .map(([drawn, clients]) =>
    drawn.map(([action, nth, seconds]) => {
      if (action.type === 'wait' && 'seconds' in action) return { ...action, seconds };
      const client = clients[nth];
      return 'client' in action && action.client === 'phone' && client
        ? { ...action, client }
        : action;
    }),
  );

const secondServer = { ...DEFAULT_SETTINGS, second: SECOND_SECRETS };

/** What a run is when its address is opened: the same text again. */
async function reopen(run: Run, base = DEFAULT_SETTINGS) {
  const value = await writeRunAddress(run, base);
  const read = await readRunAddress(value ?? '', base);
  if ('errors' in read) throw new Error(JSON.stringify([value, read.errors]));
  return { value: value ?? '', text: formatRunText(read.run, base) };
}

afterEach(() => vi.unstubAllGlobals());

describe('the address of a run', () => {
  test('has at most 2,000 characters for any 40 Actions, and opens the same run', async () => {
    await fc.assert(
      fc.asyncProperty(anyForty, async (actions) => {
        const run = { settings: secondServer, actions };
        const { value, text } = await reopen(run, secondServer);
        expect(value.length).toBeLessThanOrEqual(MAX_CHARS_OF_40);
        expect(value).toMatch(/^z\.[\w-]+$/);
        expect(text).toBe(formatRunText(run, secondServer));
      }),
    );
  });

  test('has at most 2,000 under any settings that are not a payload, too', async () => {
    await fc.assert(
      fc.asyncProperty(anyForty, anySettings, async (actions, { payload: _, ...settings }) => {
        const value = await writeRunAddress({ settings, actions }, DEFAULT_SETTINGS);
        expect(value?.length).toBeLessThanOrEqual(MAX_CHARS_OF_40);
      }),
    );
  });

  test.each(SCENARIOS)('is shorter than the readable one for what $id does', async (scenario) => {
    const { settings, actions } = scenario;
    const run = { settings, actions };
    const { value, text } = await reopen(run);
    expect(text).toBe(formatRunText(run, DEFAULT_SETTINGS));
    const readable = formatRunAddress(run, DEFAULT_SETTINGS);
    if (readable && readable.length > 120) expect(value.length).toBeLessThan(readable.length);
  });

  test.each([
    ['has no such stream', undefined],
    [
      'knows another format alone',
      class {
        constructor() {
          throw new TypeError('Unsupported compression format');
        }
      },
    ],
  ])('is readable where a browser %s, and opens there and elsewhere', async (_name, Stream) => {
    const run = {
      settings: DEFAULT_SETTINGS,
      actions: [{ type: 'login' }, { type: 'steal' }],
    } as const;
    const compressed = (await writeRunAddress(run, DEFAULT_SETTINGS)) ?? '';
    vi.stubGlobal('CompressionStream', Stream);
    vi.stubGlobal('DecompressionStream', Stream);
    const readable = (await writeRunAddress(run, DEFAULT_SETTINGS)) ?? '';
    expect(readable).toBe(formatRunAddress(run, DEFAULT_SETTINGS));
    expect(await readRunAddress(readable, DEFAULT_SETTINGS)).toMatchObject({ run });
    expect(await readRunAddress(compressed, DEFAULT_SETTINGS)).toMatchObject({
      errors: [{ fault: { type: 'addressUnreadable' } }],
    });
    vi.unstubAllGlobals();
    expect(await readRunAddress(readable, DEFAULT_SETTINGS)).toMatchObject({ run });
  });

  test('is none for a run that is too long, however small it can be made', async () => {
    const actions = Array.from({ length: 1000 }, () => ({ type: 'request' }) as const);
    expect(await writeRunAddress({ settings: DEFAULT_SETTINGS, actions }, DEFAULT_SETTINGS)).toBe(
      null,
    );
  });
});

describe('a compressed run that this page did not write', () => {
  const say = async (value: string) => {
    const read = await readRunAddress(value, DEFAULT_SETTINGS);
    if (!('errors' in read)) return 'a run';
    const [first] = read.errors;
    return first && sayFault(first.fault);
  };
  const bomb = pack(Buffer.alloc(2_900_000, ' '));

  test.each([
    ['is nothing', 'z.', /cannot be read/],
    ['is no base64url', 'z.%', /cannot be read/],
    ['is no compressed text', 'z.eyJhIjoxfQ', /cannot be read/],
    ['is cut off', pack(toText([{ type: 'login' }])).slice(0, -6), /cannot be read/],
    ['is no UTF-8', pack(Buffer.from([0xff, 0xfe])), /cannot be read/],
    ['is no JSON', pack('{'), /cannot be read/],
    ['is no run', pack('[]'), /no run of AuthTrace/],
    ['has an Action that there is not', pack(toText([{ type: 'x' }])), /./],
    ['would be millions of characters', bomb, /longer than any/],
    ['is long', `z.${'A'.repeat(MAX_ADDRESS_CHARS)}`, /longer than any/],
    ['is compressed once more', pack(bomb.slice(2)), /cannot be read/],
  ])('and that %s is told', async (_name, value, message) => {
    expect(await say(value)).toMatch(message);
    expect(await say(value)).not.toBe('a run');
  });

  test('never makes anything reject', async () => {
    const values = fc.oneof(
      fc.string(),
      fc.base64String(),
      fc.json().map(pack),
      fc.string().map(pack),
    );
    await fc.assert(
      fc.asyncProperty(values, async (value) => {
        expect(await say(`z.${value}`)).toBeTruthy();
        expect(await say(value)).toBeTruthy();
      }),
    );
  });
});

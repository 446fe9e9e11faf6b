import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAddress, parseAddress } from '../../../src/player/address/address.ts';
import { COLUMNS } from '../../../src/player/position/columns.ts';
import { VIEWS } from '../../../src/player/position/views.ts';

const book = {
  scenarios: ['login-to-logout', 'stolen'] as const satisfies [string, ...string[]],
  lastStep: (id: string) => (id === 'stolen' ? 20 : 12),
};
const START = {
  scenarioId: 'login-to-logout',
  step: 0,
  columns: 'both',
  view: 'walk',
  embedded: false,
  run: null,
  predict: null,
  way: null,
  list: null,
  task: false,
} as const;

describe('parseAddress', () => {
  it.each([
    ['', START],
    ['#', START],
    ['#&&', START],
    ['#step=3', { ...START, step: 3 }],
    ['step=03', { ...START, step: 3 }],
    ['#columns=token', { ...START, columns: 'token' }],
    ['#%73tep=%33', { ...START, step: 3 }],
    [
      '#step=15&columns=session&scenario=stolen',
      { ...START, scenarioId: 'stolen', step: 15, columns: 'session' },
    ],
    [
      '#step=99&scenario=stolen&run=eyJ9',
      { ...START, scenarioId: 'stolen', step: 99, run: 'eyJ9', view: 'try' },
    ],
    ['#predict=0', { ...START, predict: false }],
    ['#step=3&predict=1', { ...START, step: 3, predict: true }],
    ['#way=why', { ...START, way: 'why', view: 'check' }],
    ['#way=inspect', { ...START, way: 'inspect', view: 'reference' }],
    ['#way=inspect/cookie&view=walk', { ...START, way: 'inspect/cookie' }],
    ['#way=challenge/only-token&view=walk', { ...START, way: 'challenge/only-token' }],
    [
      '#step=2&run=eyJ9&way=challenge/only-token',
      { ...START, step: 2, run: 'eyJ9', way: 'challenge/only-token', view: 'try' },
    ],
    ['#view=reference', { ...START, view: 'reference' }],
    ['#step=1&run=eyJ9&view=walk', { ...START, step: 1, run: 'eyJ9' }],
  ])('reads %j without a word', (hash, address) => {
    expect(parseAddress(hash, book)).toEqual({ ...address, notices: [] });
  });

  it.each([
    ['#step=13', 12, 'There is no step “13”, so this is the last one, 12.'],
    [
      `#step=${'9'.repeat(400)}`,
      12,
      `There is no step “${'9'.repeat(20)}…”, so this is the last one, 12.`,
    ],
    ['#step=-1', 0, 'There is no step “-1”, so this is the start.'],
    ['#step=-0', 0, 'There is no step “-0”, so this is the start.'],
    ['#step=3.7', 4, 'There is no step “3.7”, so this is step 4.'],
    ['#step=0.2', 0, 'There is no step “0.2”, so this is step 0.'],
    ['#step=NaN', 0, 'The step “NaN” is no number, so this is the start.'],
    ['#step=Infinity', 0, 'The step “Infinity” is no number, so this is the start.'],
    ['#step=1e1', 0, 'The step “1e1” is no number, so this is the start.'],
    ['#step=0x3', 0, 'The step “0x3” is no number, so this is the start.'],
    ['#step=', 0, 'The step “” is no number, so this is the start.'],
    ['#step', 0, 'The step “” is no number, so this is the start.'],
    ['#step=٣', 0, 'The step “٣” is no number, so this is the start.'],
    ['#step=%D9%A3', 0, 'The step “٣” is no number, so this is the start.'],
    ['#step=3&step=4', 3, 'The address says step more than once; the first one counts.'],
    ['#step=3&step=4&step=5', 3, 'The address says step more than once; the first one counts.'],
    ['#step=3&x=1', 3, 'The address has parts that mean nothing here: “x”.'],
    ['#STEP=3', 0, 'The address has parts that mean nothing here: “STEP”.'],
    ['#step=3&a&b&c&d', 3, 'The address has parts that mean nothing here: “a”, “b”, “c” and more.'],
    ['#__proto__=1&step=3', 3, 'The address has parts that mean nothing here: “__proto__”.'],
    ['#step=3&columns=%E0%A4', 3, 'A part of the address is badly encoded and was left out.'],
    ['#step=%', 0, 'A part of the address is badly encoded and was left out.'],
    [
      '#step=3&columns=Token',
      3,
      'The address says columns=“Token”; there are both, session and token.',
    ],
    [
      '#step=3&view=Walk',
      3,
      'The address says view=“Walk”; there are walk, breaks, try, check, reference and handout.',
    ],
    [
      '#step=15&scenario=x',
      12,
      'The address names the scenario “x”, which does not exist.',
      'There is no step “15”, so this is the last one, 12.',
    ],
    [
      '#step=3&scenario=x&run=eyJ9',
      3,
      'The address names the scenario “x”, which does not exist, nor does its what-if.',
    ],
    [
      `#step=3&x=${'a'.repeat(6000)}`,
      0,
      'The address is too long to be read, so the page shows the start.',
    ],
  ])('reads %j as step %d and says why', (hash, step, ...notices) => {
    expect(parseAddress(hash, book)).toEqual({ ...START, step, notices });
  });

  it.each([
    '',
    'Why',
    'nothing',
    'why/',
    'inspect/',
    'inspect/sid',
    'why/a b',
    `why/${'a'.repeat(101)}`,
    '__proto__',
  ])('opens no way to learn for %j, and says so', (way) => {
    const { notices, ...address } = parseAddress(`#way=${encodeURIComponent(way)}`, book);
    expect(address).toEqual(START);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatch(/^The address names the way to learn “.*”, which does not exist\.$/);
  });

  it('takes any step of a scenario that is not loaded yet', () => {
    const parsed = parseAddress('#step=99', { ...book, lastStep: () => Number.POSITIVE_INFINITY });
    expect(parsed).toMatchObject({ step: 99, notices: [] });
  });

  const anyHash = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'#step=&columns=%E03-.٣\u202e\ud800') }),
    fc
      .array(
        fc.tuple(
          fc.constantFrom('step', 'columns', 'scenario', 'run', 'view', 'way', 'x', '__proto__'),
          fc.oneof(fc.string(), fc.integer().map(String), fc.double().map(String)),
        ),
      )
      .map((pairs) => `#${pairs.map((pair) => pair.join('=')).join('&')}`),
  );

  it('gives a picture that exists and few, short notices for any hash whatsoever', () => {
    fc.assert(
      fc.property(anyHash, (hash) => {
        const { scenarioId, step, columns, view, run, notices } = parseAddress(hash, book);
        const last = run === null ? book.lastStep(scenarioId) : Number.POSITIVE_INFINITY;
        expect(book.scenarios).toContain(scenarioId);
        expect(COLUMNS).toContain(columns);
        expect(VIEWS).toContain(view);
        expect(step === last || Number.isInteger(step)).toBe(true);
        expect(step >= 0 && step <= last).toBe(true);
        expect(Object.is(step, -0)).toBe(false);
        expect(notices.length).toBeLessThanOrEqual(9);
        for (const notice of notices) {
          expect(notice.length).toBeLessThanOrEqual(200);
          expect(notice).toMatch(/^[^\p{C}]+\.$/u);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('formatAddress', () => {
  it.each([
    [START, ''],
    [{ ...START, step: 3 }, '#step=3'],
    [{ ...START, columns: 'token' }, '#step=0&columns=token'],
    [
      { ...START, scenarioId: 'stolen', step: 3, columns: 'token' },
      '#step=3&columns=token&scenario=stolen',
    ],
    [{ ...START, run: 'eyJ9', view: 'try' }, '#step=0&run=eyJ9'],
    [{ ...START, run: 'eyJ9' }, '#step=0&run=eyJ9&view=walk'],
    [{ ...START, view: 'breaks' }, '#step=0&view=breaks'],
    [{ ...START, embedded: true }, '#step=0&embed=1'],
    [{ ...START, predict: false }, '#step=0&predict=0'],
    [{ ...START, step: 3, predict: true }, '#step=3&predict=1'],
    [{ ...START, way: 'why', view: 'check' }, '#step=0&way=why'],
    [{ ...START, way: 'why' }, '#step=0&view=walk&way=why'],
  ] as const)('writes %j as %j', (address, hash) => {
    expect(formatAddress(address, book)).toBe(hash);
  });

  it('writes what parseAddress reads', () => {
    const picture = fc
      .record({
        scenarioId: fc.constantFrom(...book.scenarios),
        step: fc.nat({ max: 20 }),
        columns: fc.constantFrom(...COLUMNS),
        view: fc.constantFrom(...VIEWS),
        embedded: fc.boolean(),
        run: fc.constantFrom(null, 'eyJ9-_'),
        predict: fc.constantFrom(null, true, false),
        way: fc.constantFrom(null, 'why', 'challenge/only-token'),
        list: fc.constantFrom(null, 'stolen', '2:why,stolen@8,challenge/only-token'),
        task: fc.boolean(),
      })
      .filter(({ scenarioId, step }) => step <= book.lastStep(scenarioId));
    fc.assert(
      fc.property(picture, (address) => {
        expect(parseAddress(formatAddress(address, book), book)).toEqual({
          ...address,
          notices: [],
        });
      }),
    );
  });
});

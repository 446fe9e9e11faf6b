import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../src/cli/machine/paths.mjs';

const TOKENS = readFileSync(join(ROOT, 'src/styles/tokens.css'), 'utf8');

type Rgb = readonly [number, number, number];

/** Reads a colour token of a theme as linear light. */
function readColour(name: string, theme: 'light' | 'dark'): Rgb {
  const found = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(TOKENS);
  const hex = found?.[theme === 'light' ? 1 : 2];
  if (!hex) throw new RangeError(`no colour --${name}`);
  const toLinear = (at: number) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return [toLinear(1), toLinear(3), toLinear(5)];
}

const toLuminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** The contrast ratio of WCAG 2.2. */
function measureContrast(a: Rgb, b: Rgb): number {
  const [low = 0, high = 0] = [toLuminance(a), toLuminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** What eyes without one kind of cones see. @see Machado, Oliveira, Fernandes 2009, severity 1 */
const EYES: Readonly<Record<string, readonly [Rgb, Rgb, Rgb]>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

const dot = ([a, b, c]: Rgb, [r, g, v]: Rgb) => Math.min(1, Math.max(0, a * r + b * g + c * v));

/** The colour in OKLab, in which distances are about as large as they look. */
function toLab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

const see = (colour: Rgb, [x, y, z]: readonly [Rgb, Rgb, Rgb]): Rgb => [
  dot(x, colour),
  dot(y, colour),
  dot(z, colour),
];

function measureDistance(a: Rgb, b: Rgb, eyes: readonly [Rgb, Rgb, Rgb]): number {
  const [p, q] = [toLab(see(a, eyes)), toLab(see(b, eyes))];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

/** Half of what parts the two hues of the strategies; below a tenth of that nobody tells two apart. */
const APART = 0.1;

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const read = (name: string) => readColour(name, theme);

  test.each(Object.keys(EYES))(
    'with %s a strategy’s hue is no verdict’s, nor the other’s',
    (eyes) => {
      const matrix = EYES[eyes];
      if (!matrix) throw new RangeError(eyes);
      for (const other of ['token', 'allowed', 'denied', 'denied-fill', 'breach', 'breach-fill']) {
        const apart = measureDistance(read('session'), read(other), matrix);
        expect(apart, `session and ${other}`).toBeGreaterThan(APART);
      }
    },
  );

  const ORDINARY = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ] as const;

  test.each(Object.entries({ ordinary: ORDINARY, ...EYES }))(
    'to %s eyes a breach is the loudest verdict: furthest from its ground, and no paler than a denial',
    (_, eyes) => {
      const stand = (name: string) =>
        measureContrast(see(read(name), eyes), see(read('ground'), eyes));
      expect(stand('breach-fill')).toBeGreaterThan(1.5 * stand('denied-fill'));
      expect(stand('denied-fill')).toBeGreaterThan(1.5 * stand('allowed-soft'));
      const [, a, b] = toLab(read('breach-fill'));
      const [, c, d] = toLab(read('denied-fill'));
      expect(Math.hypot(a, b)).toBeGreaterThan(1.1 * Math.hypot(c, d));
    },
  );

  test('words of a verdict can be read, on a fill and without', () => {
    const pairs = [
      ['on-denied', 'denied-fill'],
      ['on-breach', 'breach-fill'],
      ['allowed', 'allowed-soft'],
      ...['allowed', 'denied', 'breach', 'session', 'token'].flatMap((name) => [
        [name, 'surface'],
        [name, 'sunken'],
      ]),
      ['session', 'session-soft'],
      ['token', 'token-soft'],
    ] as const;
    for (const [ink, ground] of pairs) {
      const contrast = measureContrast(read(ink ?? ''), read(ground ?? ''));
      expect(contrast, `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('a line that tells something stands out', () => {
    const lines = ['allowed-line', 'denied-line', 'breach-line', 'session-line', 'token-line'];
    for (const line of [...lines, 'control-line']) {
      for (const ground of ['surface', 'ground', 'sunken']) {
        const contrast = measureContrast(read(line), read(ground));
        expect(contrast, `${line} on ${ground}`).toBeGreaterThanOrEqual(3);
      }
    }
  });
});

/** The rules of all style sheets that say something of a scheme, each as it is written. */
function listSchemeRules(): readonly string[] {
  const paths = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
  const sheets = paths.filter((path) => path.endsWith('.css'));
  return sheets.flatMap((path) => {
    const sheet = readFileSync(join(ROOT, 'src', path), 'utf8').replaceAll(/\/\*.*?\*\//gs, '');
    return sheet.match(/[^{}]*(?:data-theme|prefers-color-scheme)[^{}]*\{[^{}]*\}/g) ?? [];
  });
}

// So whatever else there is to see of the page has to be looked at in one of the two.
test('a scheme is told by `color-scheme` alone, from which nothing but colours follows', () => {
  const rules = listSchemeRules();
  expect(rules).toHaveLength(2);
  for (const rule of rules) {
    expect(rule).not.toContain('prefers-color-scheme');
    expect(rule.replaceAll(/\s+/g, ' ')).toMatch(/\{ color-scheme: (light|dark); \}$/);
  }
});

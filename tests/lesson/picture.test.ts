import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../src/cli/machine/paths.mjs';
import { toPlainText } from '../../src/lesson/page/toPlainText.ts';
import { drawStage } from '../../src/lesson/picture/drawStage.ts';
import { formatSvg } from '../../src/lesson/picture/formatSvg.ts';
import { PAPER, type Picture, type Shape } from '../../src/lesson/picture/shape.ts';
import { toWidth, wrap } from '../../src/lesson/picture/wrap.ts';
import { openTelling } from '../../src/lesson/tell.ts';
import type { StageTelling } from '../../src/lesson/telling.ts';
import { SCENARIOS } from '../../src/sim/scenarios.ts';
import { STRATEGIES } from '../../src/sim/strategy.ts';
import { runScenario } from '../../src/sim/trace.ts';

/** From where to where a shape goes, about. */
function toSpan(shape: Shape): readonly [number, number] {
  if (shape.kind === 'arrow') {
    const across = shape.points.map(([x]) => x);
    return [Math.min(...across), Math.max(...across)];
  }
  if (shape.kind === 'box') return [shape.x, shape.x + shape.width];
  const width = toWidth(shape.text, shape.size, shape.code ? 'code' : 'plain');
  const start = shape.x - { start: 0, middle: width / 2, end: width }[shape.anchor ?? 'start'];
  return [start, start + width];
}

/** Lists the shapes that go beyond their picture. */
const listOutside = ({ width, height, shapes }: Picture) =>
  shapes.filter((shape) => {
    const [from, to] = toSpan(shape);
    const down = shape.kind === 'arrow' ? shape.points.map(([, y]) => y) : [shape.y];
    return from < 0 || to > width || Math.max(...down) > height;
  });

/** What is written of both sides and between them; each may be in more than one line. */
function listWords({ client, server, wire, ghost, browsers, outsider }: StageTelling) {
  const sent = [wire.request, wire.response].filter(({ state }) => state !== 'quiet');
  const notes = [client, ...browsers].flatMap(({ kept }) => kept.map(({ note }) => note));
  const kept = server.lines.length > 0 ? server.lines.map(({ text }) => text) : [server.none];
  return [
    ...[server.secret, server.time ?? '', ghost?.text ?? '', ...kept, ...notes],
    ...sent.flatMap(({ label, vehicle }) => [label, vehicle]),
    ...(outsider?.things ?? []).map(({ worth }) => worth ?? ''),
  ];
}

/** Who stands on the stage, and every credential that they hold. */
function listParties({ client, server, outsider, browsers, second, users }: StageTelling) {
  const held = [client, ...browsers].flatMap(({ kept }) => kept);
  const things = [...held, ...(outsider?.things ?? [])];
  const parties = [server, outsider, ...browsers, second].flatMap((party) => party ?? []);
  return [
    ...parties.map(({ name }) => name),
    ...things.map(({ label }) => label),
    ...(second?.facts ?? []),
    ...(outsider?.forced ? [outsider.forced.label] : []),
    ...(users ? [users.row] : []),
  ];
}

describe.each(SCENARIOS)('$id', (scenario) => {
  test('every step is drawn inside its picture, with what the stage says', async () => {
    const { run, at } = openTelling(await runScenario(scenario));
    for (let step = 0; step <= run.lastStep; step++) {
      const told = at(step);
      const picture = drawStage(told, run.lastStep, STRATEGIES);
      expect(listOutside(picture), `step ${step}`).toEqual([]);
      const texts = picture.shapes.map((shape) => (shape.kind === 'text' ? shape.text : ''));
      const all = texts.join(' ');
      for (const strategy of STRATEGIES) {
        const { badge, sentence, stage } = told[strategy];
        const words = [toPlainText(sentence), ...listWords(stage)];
        const missing = [
          ...words.filter((text) => !all.includes(text)),
          ...[badge.word, ...listParties(stage)].filter((text) => !texts.includes(text)),
        ];
        expect(missing, `step ${step}`).toEqual([]);
      }
    }
  });
});

test('the colours are those of the page in light', () => {
  const tokens = readFileSync(join(ROOT, 'src/styles/tokens.css'), 'utf8');
  for (const [name, colour] of Object.entries(PAPER)) {
    expect(tokens).toContain(`--${name}: light-dark(${colour}, `);
  }
});

test('a file has no markup but its own, whatever the texts hold', () => {
  const text = '<script>"a" & b</script>';
  const svg = formatSvg({
    width: 10,
    height: 10,
    title: text,
    shapes: [{ kind: 'text', x: 0, y: 0, text, size: 13, colour: 'text' }],
  });
  expect(svg).not.toContain('<script');
  expect(svg.match(/<[a-z]+/g)).toEqual(['<svg', '<title', '<rect', '<text']);
});

test('a text is broken at spaces; what is too long for its lines ends with an ellipsis', () => {
  expect(wrap('one two three', 50, 13, 3)).toEqual(['one', 'two', 'three']);
  expect(wrap('one two three', 50, 13, 2)).toEqual(['one', 'two t…']);
  expect(wrap('', 50, 13, 2)).toEqual(['']);
});

test('a record that goes is struck through, and not what is said of a copy', async () => {
  const [walk] = SCENARIOS;
  if (!walk) throw new RangeError('no walk');
  const told = openTelling(await runScenario(walk)).at(9);
  const { shapes } = drawStage(told, 12, STRATEGIES);
  const struck = shapes.flatMap((shape) =>
    shape.kind === 'text' && shape.struck ? [shape.text] : [],
  );
  expect(struck.join(' ')).toContain('pLii…xPE4 → {');
  expect(struck.join(' ')).not.toContain('a copy');
});

import type { Strategy } from '../../sim/strategy.ts';
import { toPlainText } from '../page/toPlainText.ts';
import type { LaneTelling, RichText, StageTelling, Tone } from '../telling.ts';
import { LANE_NAMES } from '../texts/lanes.ts';
import { STAGE_TEXTS } from '../texts/panels/walk/stage.ts';
import { box, drawCredential, TONES, toServerLine, write } from './draw.ts';
import { drawAround } from './drawAround.ts';
import { drawWire } from './drawWire.ts';
import { BOX, LANE_WIDTH, layOut, PAD, SERVER_X } from './laneLayout.ts';
import type { Colour, Shape } from './shape.ts';
import { cut, wrap } from './wrap.ts';

const LINE = 23;

/** The sentence in lines, all of it: a picture that is kept has no "Why?". */
const breakSentence = (sentence: RichText) =>
  wrap(toPlainText(sentence), LANE_WIDTH - 2 * PAD, 16, Number.POSITIVE_INFINITY);

/** How high a lane's picture is, in px. */
export const toLaneHeight = ({ stage, sentence }: LaneTelling): number =>
  layOut(stage).bottom + 22 + LINE * breakSentence(sentence).length;

/** A box with a title, what it keeps things in, and lines of text. */
function drawBox(x: number, title: string, place: string, line: Colour, dashed = false): Shape[] {
  return [
    box({ x, y: BOX.top, width: BOX.width, height: BOX.height }, line, dashed),
    write({ text: title, x: x + 12, y: BOX.top + 22, bold: true }),
    write({
      text: place,
      x: x + BOX.width - 12,
      y: BOX.top + 22,
      anchor: 'end',
      colour: 'text-dim',
    }),
  ];
}

function drawClient({ client, credential }: StageTelling, strategy: Strategy): Shape[] {
  const { place, kept } = client;
  const shapes = drawBox(PAD, STAGE_TEXTS.client, place, 'line-strong');
  const [x, y] = [PAD + 12, BOX.top + 32];
  const here = credential?.place === 'client' ? credential : null;
  if (here?.gone) {
    return [
      ...shapes,
      ...drawCredential(here.label, x, y, strategy, true),
      write({ text: STAGE_TEXTS.gone, x, y: y + 42, colour: 'text-quiet' }),
    ];
  }
  if (kept.length === 0) {
    return [...shapes, write({ text: STAGE_TEXTS.empty, x, y: y + 14, colour: 'text-dim' })];
  }
  // Of several the notes are short; there is room for two.
  const rows = kept.length === 1 ? 3 : 2;
  const things = kept.slice(0, 2).flatMap(({ label, note, refused }, i) => {
    const top = y + i * 62;
    const notes = wrap(note, BOX.width - 24, 13, rows).map((text, row) =>
      write({ text, x, y: top + 41 + row * 16, colour: 'text-quiet' }),
    );
    return [...drawCredential(label, x, top, strategy, refused), ...notes];
  });
  return [...shapes, ...things];
}

function drawServer(
  { server, second, credential }: StageTelling,
  strategy: Strategy,
  tone: Tone,
): Shape[] {
  const { name, active, store, lines, none, time, calls, secret } = server;
  const edge = toServerLine(active, tone);
  const [x, width] = [SERVER_X + 12, BOX.width - 24];
  const kept = lines.length === 0 ? [{ text: none, mark: null }] : lines;
  const face = lines.length === 0 ? 'plain' : 'code';
  const rows = [...kept, ...(time === null ? [] : [{ text: time, mark: null }])]
    .flatMap(({ text, mark }) =>
      wrap(text, width, 13, 3, face).map((line) => ({ line, struck: mark === 'gone' })),
    )
    .slice(0, 4);
  const at = BOX.top + 46;
  const shapes = drawBox(SERVER_X, name, store, edge, second?.active);
  const texts = rows.map(({ line, struck }, i) =>
    write({ text: line, x, y: at + i * 17, code: face === 'code', struck }),
  );
  const below =
    credential?.place === 'server'
      ? drawCredential(credential.label, x, BOX.top + 92, strategy)
      : wrap(calls, width, 13, 2, 'code').map((text, i) =>
          write({ text, x, y: BOX.top + 108 + i * 17, code: true }),
        );
  const foot = wrap(secret, width, 13, 2);
  const footTop = BOX.top + BOX.height - 12 - 14 * (foot.length - 1);
  const used = foot.map((text, i) => write({ text, x, y: footTop + i * 14, colour: 'text-dim' }));
  return [...shapes, ...texts, ...below, ...used];
}

/** What a copy of what was thrown away would get. */
function drawGhost({ ghost }: StageTelling, bottom: number): Shape[] {
  if (!ghost) return [];
  const y = bottom + 4;
  const colour = ghost.refused ? 'text-dim' : 'breach';
  const text = cut(ghost.text, LANE_WIDTH - 2 * PAD, 13);
  return [write({ text, x: PAD, y, colour })];
}

/** Draws who stands in a lane, what each has and what crosses. */
export function drawParties(strategy: Strategy, { stage, badge }: LaneTelling): Shape[] {
  const layout = layOut(stage);
  return [
    ...drawWire(stage, layout, strategy),
    ...drawClient(stage, strategy),
    ...drawServer(stage, strategy, badge.tone),
    ...drawAround(stage, layout, strategy, badge.tone),
    ...drawGhost(stage, layout.bottom),
  ];
}

/** Draws a lane's step as the stage shows it, so high, its upper left corner at 0, 0. */
export function drawLane(strategy: Strategy, told: LaneTelling, height: number): Shape[] {
  const { stage, badge, sentence } = told;
  const { bottom } = layOut(stage);
  return [
    {
      kind: 'box',
      x: 0,
      y: 0,
      width: LANE_WIDTH,
      height,
      radius: 10,
      fill: 'surface',
      line: 'line-strong',
    },
    write({ text: LANE_NAMES[strategy], x: PAD, y: 30, size: 16, bold: true, colour: strategy }),
    write({
      text: badge.word,
      x: LANE_WIDTH - PAD,
      y: 30,
      size: 16,
      bold: true,
      anchor: 'end',
      colour: TONES[badge.tone],
    }),
    ...drawParties(strategy, told),
    ...breakSentence(sentence).map((text, i) =>
      write({ text, x: PAD, y: bottom + 30 + i * LINE, size: 16 }),
    ),
  ];
}

import type { Strategy } from '../../sim/strategy.ts';
import { toPlainText } from '../richText.ts';
import type { LaneTelling, StageTelling, Tone, TrackTelling } from '../telling.ts';
import { LANE_NAMES } from '../texts/lanes.ts';
import { STAGE_TEXTS } from '../texts/panels/walk/stage.ts';
import type { Colour, Shape, TextShape } from './shape.ts';
import { cut, toWidth, wrap } from './wrap.ts';

export const LANE_WIDTH = 640;

const PAD = 16;
const OUTSIDE = 52;
const GHOST = 24;
/** How high a lane's picture is, in px. */
export const toLaneHeight = ({ stage }: LaneTelling): number =>
  312 + (stage.outsider ? OUTSIDE : 0) + (stage.ghost ? GHOST : 0);

const BOX = { width: 196, top: 48, height: 150 } as const;
const SERVER_X = LANE_WIDTH - PAD - BOX.width;
const WIRE = { from: PAD + BOX.width + 10, to: SERVER_X - 10 } as const;

const TONES: Readonly<Record<Tone, Colour>> = {
  allowed: 'allowed',
  held: 'allowed',
  denied: 'denied',
  breach: 'breach',
  rest: 'text-dim',
  busy: 'text-dim',
};

type Texts = Omit<TextShape, 'kind' | 'size' | 'colour'> & Partial<TextShape>;

const write = (text: Texts): TextShape => ({ kind: 'text', size: 13, colour: 'text', ...text });

const box = (x: number, y: number, width: number, height: number, line: Colour): Shape => ({
  ...{ kind: 'box', x, y, width, height, line },
  radius: 6,
  fill: 'sunken',
  heavy: line !== 'line-strong',
});

/** A credential: square for a session's, round for a token. */
function drawCredential(label: string, x: number, y: number, strategy: Strategy, gone = false) {
  const width = toWidth(label, 13, 'code') + 16;
  const chip: Shape = {
    kind: 'box',
    x,
    y,
    width,
    height: 24,
    radius: strategy === 'token' ? 12 : 3,
    fill: `${strategy}-soft`,
    line: strategy,
    dashed: gone,
  };
  return [
    chip,
    write({ text: label, x: x + 8, y: y + 16, code: true, colour: strategy, struck: gone }),
  ];
}

/** A box with a title, what it keeps things in, and lines of text. */
function drawBox(x: number, title: string, place: string, line: Colour): Shape[] {
  return [
    box(x, BOX.top, BOX.width, BOX.height, line),
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
  const [x, y] = [PAD + 12, BOX.top + 36];
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
  const rows = kept.length === 1 ? 3 : 1;
  const things = kept.slice(0, 2).flatMap(({ label, note, refused }, i) => {
    const top = y + i * 52;
    const notes = wrap(note, BOX.width - 24, 13, rows).map((text, row) =>
      write({ text, x, y: top + 42 + row * 17, colour: 'text-quiet' }),
    );
    return [...drawCredential(label, x, top, strategy, refused), ...notes];
  });
  return [...shapes, ...things];
}

function drawServer({ server, credential }: StageTelling, strategy: Strategy, tone: Tone): Shape[] {
  const { name, active, store, lines, none, time, calls, secret } = server;
  const line = active && TONES[tone] !== 'text-dim' ? TONES[tone] : 'line-strong';
  const [x, width] = [SERVER_X + 12, BOX.width - 24];
  const kept = lines.length === 0 ? [none] : lines.map(({ text }) => text);
  const face = lines.length === 0 ? 'plain' : 'code';
  const rows = [...kept, ...(time === null ? [] : [time])]
    .flatMap((text) => wrap(text, width, 13, 3, face))
    .slice(0, 3);
  const at = BOX.top + 46;
  const shapes = drawBox(SERVER_X, name, store, line);
  const texts = rows.map((text, i) => write({ text, x, y: at + i * 17, code: face === 'code' }));
  const below =
    credential?.place === 'server'
      ? drawCredential(credential.label, x, BOX.top + 92, strategy)
      : [write({ text: cut(calls, width, 13, 'code'), x, y: BOX.top + 108, code: true })];
  const foot = write({
    text: cut(secret, width, 13),
    x,
    y: BOX.top + BOX.height - 12,
    colour: 'text-dim',
  });
  return [...shapes, ...texts, ...below, foot];
}

function drawTrack(
  track: TrackTelling,
  direction: 'request' | 'response',
  credential: StageTelling['credential'],
  strategy: Strategy,
): Shape[] {
  if (track.state === 'quiet') return [];
  const y = BOX.top + (direction === 'request' ? 48 : 112);
  const middle = (WIRE.from + WIRE.to) / 2;
  const [from, to] =
    direction === 'request' ? [WIRE.from, WIRE.to] : ([WIRE.to, WIRE.from] as const);
  const width = WIRE.to - WIRE.from;
  const shapes: Shape[] = [
    { kind: 'arrow', from, to, y, colour: track.state === 'crossing' ? 'text' : 'line-strong' },
    write({
      text: cut(track.label, width, 13, 'code'),
      x: middle,
      y: y - 16,
      anchor: 'middle',
      code: true,
    }),
  ];
  const { cargo } = track;
  const carried = typeof cargo === 'object' ? (cargo?.label ?? null) : null;
  const rides = carried ?? (credential?.place === direction ? credential.label : null);
  if (rides !== null) {
    const x = middle - (toWidth(rides, 13, 'code') + 16) / 2;
    shapes.push(...drawCredential(rides, x, y - 12, strategy));
  }
  const note = typeof cargo === 'string' ? cargo : track.vehicle;
  shapes.push(
    write({
      text: cut(note, width, 13),
      x: middle,
      y: y + 26,
      anchor: 'middle',
      colour: 'text-dim',
    }),
  );
  return shapes;
}

/** Who stands outside, in one line. */
function drawOutsider({ outsider }: StageTelling, strategy: Strategy): Shape[] {
  if (!outsider) return [];
  const y = BOX.top + BOX.height + 8;
  const line = outsider.acts ? 'text' : 'line-strong';
  const said = `${outsider.name}: ${outsider.note}`;
  const shapes: Shape[] = [
    box(PAD, y, LANE_WIDTH - 2 * PAD, 40, line),
    write({ text: cut(said, 330, 13), x: PAD + 12, y: y + 25 }),
  ];
  const [thing] = outsider.things;
  if (thing) shapes.push(...drawCredential(thing.label, 400, y + 8, strategy, thing.refused));
  return shapes;
}

/** What a copy of what was thrown away would get. */
function drawGhost({ ghost, outsider }: StageTelling): Shape[] {
  if (!ghost) return [];
  const y = BOX.top + BOX.height + 22 + (outsider ? OUTSIDE : 0);
  const colour = ghost.refused ? 'text-dim' : 'breach';
  const text = cut(ghost.text, LANE_WIDTH - 2 * PAD, 13);
  return [write({ text, x: PAD, y, colour, struck: ghost.refused })];
}

/** Draws a lane's step as the stage shows it, so high, its upper left corner at 0, 0. */
export function drawLane(
  strategy: Strategy,
  { stage, badge, sentence }: LaneTelling,
  height: number,
): Shape[] {
  const extra = (stage.outsider ? OUTSIDE : 0) + (stage.ghost ? GHOST : 0);
  const bottom = BOX.top + BOX.height + extra;
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
    ...drawClient(stage, strategy),
    ...drawTrack(stage.wire.request, 'request', stage.credential, strategy),
    ...drawTrack(stage.wire.response, 'response', stage.credential, strategy),
    ...drawServer(stage, strategy, badge.tone),
    ...drawOutsider(stage, strategy),
    ...drawGhost(stage),
    ...wrap(toPlainText(sentence), LANE_WIDTH - 2 * PAD, 16, 4).map((text, i) =>
      write({ text, x: PAD, y: bottom + 30 + i * 23, size: 16 }),
    ),
  ];
}

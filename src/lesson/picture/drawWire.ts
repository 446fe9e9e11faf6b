import type { Strategy } from '../../sim/strategy.ts';
import type { StageTelling, TrackTelling } from '../telling.ts';
import { drawCredential, toChipWidth, write } from './draw.ts';
import { type LaneLayout, SERVER_X, TRACKS, WIRE } from './laneLayout.ts';
import type { Point, Shape } from './shape.ts';
import { cut, wrap } from './wrap.ts';

type Direction = 'request' | 'response';

/** Where a bent line runs up or down, and where it meets a box: neither line crosses the other. */
const BENDS = {
  request: { below: 222, beside: 422, meets: 20 },
  response: { below: 236, beside: 412, meets: 40 },
} as const;

/** The line's end at whoever asks: the client, or somebody below it. */
function toAsking(stage: StageTelling, layout: LaneLayout, direction: Direction): readonly Point[] {
  const y = TRACKS[direction];
  if (!stage.wire.fromBelow) return [[WIRE.from, y]];
  const below = [...(stage.outsider ? [stage.outsider] : []), ...stage.browsers];
  const row =
    layout.rows[
      Math.max(
        0,
        below.findIndex(({ acts }) => acts),
      )
    ];
  const x = BENDS[direction].below;
  return [
    [x, row?.y ?? y],
    [x, y],
  ];
}

/** The line's end at whoever answers: the server, or server B below it. */
function toAnswering(
  track: TrackTelling,
  { second }: LaneLayout,
  direction: Direction,
): readonly Point[] {
  const y = TRACKS[direction];
  if (!track.second) return [[WIRE.to, y]];
  const { beside, meets } = BENDS[direction];
  return [
    [beside, y],
    [beside, second.y + meets],
    [SERVER_X, second.y + meets],
  ];
}

function drawTrack(
  stage: StageTelling,
  layout: LaneLayout,
  direction: Direction,
  strategy: Strategy,
): Shape[] {
  const { credential, wire } = stage;
  const track = wire[direction];
  if (track.state === 'quiet') return [];
  const y = TRACKS[direction];
  const asks = toAsking(stage, layout, direction);
  const answers = toAnswering(track, layout, direction);
  const isBent = asks.length > 1 || answers.length > 1;
  // Words stay clear of a line that runs down beside them.
  const width = WIRE.to - WIRE.from - (isBent ? 36 : 0);
  const middle =
    (WIRE.from + WIRE.to) / 2 + (asks.length > 1 ? 14 : 0) - (answers.length > 1 ? 14 : 0);
  const points = [...asks, ...answers];
  const shapes: Shape[] = [
    {
      kind: 'arrow',
      points: direction === 'request' ? points : points.reverse(),
      colour: track.state === 'crossing' ? 'text' : 'line-strong',
    },
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
    shapes.push(...drawCredential(rides, middle - toChipWidth(rides) / 2, y - 12, strategy));
  }
  const note = [typeof cargo === 'string' ? cargo : '', track.vehicle].filter(Boolean).join(', ');
  const lines = wrap(note, width, 13, 2);
  return [
    ...shapes,
    ...lines.map((text, i) =>
      write({ text, x: middle, y: y + 26 + i * 16, anchor: 'middle', colour: 'text-dim' }),
    ),
  ];
}

/** Draws what crosses: the question, and below it the answer. */
export const drawWire = (stage: StageTelling, layout: LaneLayout, strategy: Strategy): Shape[] => [
  ...drawTrack(stage, layout, 'request', strategy),
  ...drawTrack(stage, layout, 'response', strategy),
];

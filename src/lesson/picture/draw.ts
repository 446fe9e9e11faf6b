import type { Strategy } from '../../sim/strategy.ts';
import type { Tone } from '../telling.ts';
import type { Colour, Shape, TextShape } from './shape.ts';
import { toWidth } from './wrap.ts';

/** The parts that every place of a lane is drawn of. */
export const TONES: Readonly<Record<Tone, Colour>> = {
  allowed: 'allowed',
  held: 'allowed',
  denied: 'denied',
  breach: 'breach',
  rest: 'text-dim',
  busy: 'text-dim',
};

/** The line around a server that decides has the colour of what it decided. */
export const toServerLine = (active: boolean, tone: Tone): Colour =>
  active && TONES[tone] !== 'text-dim' ? TONES[tone] : 'line-strong';

type Texts = Omit<TextShape, 'kind' | 'size' | 'colour'> & Partial<TextShape>;

export const write = (text: Texts): TextShape => ({
  kind: 'text',
  size: 13,
  colour: 'text',
  ...text,
});

interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const box = (frame: Frame, line: Colour, dashed = false): Shape => ({
  kind: 'box',
  ...frame,
  line,
  dashed,
  radius: 6,
  fill: 'sunken',
  heavy: line !== 'line-strong',
});

export const toChipWidth = (label: string): number => toWidth(label, 13, 'code') + 16;

/** A credential: square for a session's, round for a token. */
export function drawCredential(
  label: string,
  x: number,
  y: number,
  strategy: Strategy,
  gone = false,
): Shape[] {
  return [
    {
      kind: 'box',
      x,
      y,
      width: toChipWidth(label),
      height: 24,
      radius: strategy === 'token' ? 12 : 3,
      fill: `${strategy}-soft`,
      line: strategy,
      dashed: gone,
    },
    write({ text: label, x: x + 8, y: y + 16, code: true, colour: strategy, struck: gone }),
  ];
}

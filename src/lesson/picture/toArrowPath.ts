import type { ArrowShape } from './shape.ts';

/** Returns an arrow's line and head as the `d` of an SVG path. */
export function toArrowPath({ from, to, y }: ArrowShape): string {
  const back = from < to ? -7 : 7;
  return `M${from} ${y}H${to}m${back} -5l${-back} 5l${back} 5`;
}

import type { ArrowShape } from './shape.ts';

/** Returns an arrow's line and head as the `d` of an SVG path. */
export function toArrowPath({ points }: ArrowShape): string {
  const line = points.map(([x, y]) => `${x} ${y}`).join('L');
  const [[fromX, fromY] = [0, 0], [x, y] = [0, 0]] = points.slice(-2);
  const [dx, dy] = [7 * Math.sign(x - fromX), 7 * Math.sign(y - fromY)];
  const [sideX, sideY] = [dy === 0 ? 0 : 5, dx === 0 ? 0 : 5];
  const head = `M${x - dx - sideX} ${y - dy - sideY}L${x} ${y}L${x - dx + sideX} ${y - dy + sideY}`;
  return `M${line}${head}`;
}

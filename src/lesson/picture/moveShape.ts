import type { Shape } from './shape.ts';

/** The same shape elsewhere. */
export const moveShape = (shape: Shape, dx: number, dy: number): Shape =>
  shape.kind === 'arrow'
    ? { ...shape, points: shape.points.map(([x, y]) => [x + dx, y + dy] as const) }
    : { ...shape, x: shape.x + dx, y: shape.y + dy };

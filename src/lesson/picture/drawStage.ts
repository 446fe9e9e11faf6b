import type { Strategy } from '../../sim/strategy.ts';
import { sayAnnouncement, sayPosition } from '../page/announcement.ts';
import type { StepTelling } from '../telling.ts';
import { drawLane, toLaneHeight } from './drawLane.ts';
import { LANE_WIDTH } from './laneLayout.ts';
import { moveShape } from './moveShape.ts';
import type { Picture } from './shape.ts';

const MARGIN = 24;
const HEAD = 44;
const GAP = 16;

/** Draws the stage at a step: its title, and the lanes that are shown side by side. */
export function drawStage(
  told: StepTelling,
  lastStep: number,
  shown: readonly Strategy[],
): Picture {
  const [only, second] = shown;
  const height = Math.max(...shown.map((strategy) => toLaneHeight(told[strategy])));
  const lanes = shown.flatMap((strategy, i) =>
    drawLane(strategy, told[strategy], height).map((shape) =>
      moveShape(shape, MARGIN + i * (LANE_WIDTH + GAP), MARGIN + HEAD),
    ),
  );
  const width = shown.length * LANE_WIDTH + (shown.length - 1) * GAP + 2 * MARGIN;
  return {
    width,
    height: height + HEAD + 2 * MARGIN,
    title: sayAnnouncement(told, lastStep, second || !only ? 'both' : only),
    shapes: [
      {
        kind: 'text',
        x: MARGIN,
        y: MARGIN + 24,
        text: sayPosition(told, lastStep),
        size: 22,
        bold: true,
        colour: 'text',
      },
      ...lanes,
    ],
  };
}

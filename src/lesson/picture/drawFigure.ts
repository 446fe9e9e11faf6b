import type { Strategy } from '../../sim/strategy.ts';
import { sayAnnouncement } from '../page/announcement.ts';
import type { StepTelling } from '../telling.ts';
import { drawParties } from './drawLane.ts';
import { BOX, LANE_WIDTH, layOut, PAD } from './laneLayout.ts';
import { moveShape } from './moveShape.ts';
import type { Picture } from './shape.ts';

/** Half of the thickest line, which is on the edge. */
const EDGE = 1;
/** What is written under the lowest line. */
const BELOW = 10;

/** Draws who stands in a lane at a step: for where its name and its sentence are text beside it. */
export function drawFigure(strategy: Strategy, told: StepTelling, lastStep: number): Picture {
  const lane = told[strategy];
  const [left, top] = [PAD - EDGE, BOX.top - EDGE];
  return {
    width: LANE_WIDTH - 2 * left,
    height: layOut(lane.stage).bottom + BELOW - top,
    title: sayAnnouncement(told, lastStep, strategy),
    shapes: drawParties(strategy, lane).map((shape) => moveShape(shape, -left, -top)),
  };
}

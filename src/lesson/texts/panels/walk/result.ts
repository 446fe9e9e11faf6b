import type { PerLane, ResultTelling } from '../../../telling.ts';
import { LANE_NAMES } from '../../lanes.ts';

/** Says what a run that is not the scenario's own any more comes to. */
function sayChanged(result: PerLane<Pick<ResultTelling, 'badge'>>): string {
  const ends = (['session', 'token'] as const).flatMap((lane) => {
    const { badge } = result[lane];
    return badge ? ` ${LANE_NAMES[lane]}: ${badge.word}.` : [];
  });
  return `This run is changed.${ends.join('')}`;
}

export const RESULT_TEXTS = {
  name: 'Result',
  /** What the walk comes to. */
  principle: 'A server can end a session; it cannot call back one token without a record.',
  own: 'This is how your run ends.',
  sayChanged,
  /** Before the answer of the scenario that was changed. */
  original: 'Of the original:',
  sayNext: (title: string) => `Next: ${title}`,
  /** In place of it, for whoever goes through a teacher's list. */
  nextInList: 'Next in the list',
} as const;

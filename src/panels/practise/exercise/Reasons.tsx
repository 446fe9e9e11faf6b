import type { Exercise } from '../../../lesson/exercises/exercise.ts';
import { listReasons } from '../../../lesson/exercises/exercise.ts';
import { LANE_NAMES } from '../../../lesson/texts/lanes.ts';
import { Rich } from '../../../ui/text/Rich.tsx';

/** Why the answer of an exercise is so. */
export const Reasons = ({ exercise }: { exercise: Exercise }) =>
  listReasons(exercise).map(({ lane, sentence }) => (
    <p key={lane}>
      {lane ? `${LANE_NAMES[lane]}: ` : null}
      <Rich parts={sentence} />
    </p>
  ));

import type { GoalId } from '../../../lesson/exercises/goals/goals.ts';
import { CHALLENGE_TEXTS, GOAL_WORDS } from '../../../lesson/texts/practise/goals.ts';
import { openGoal } from '../../../player/practise/goalStart.ts';
import { usePlayer } from '../../../player/usePlayer.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import styles from '../Practise.module.css';
import { GoalState } from './GoalState.tsx';

/** Opens the run that a goal begins at where runs of one's own are made. */
async function begin(id: GoalId) {
  if (await openGoal(id)) usePlayer.getState().setView('try');
}

/** A goal: what to bring about, where to begin, and whether the run on the stage has reached it. */
export function GoalPage({ id }: { id: GoalId }) {
  const { name, task } = GOAL_WORDS[id];
  return (
    <section aria-labelledby="goal" className={styles.part}>
      <h3 id="goal">{name}</h3>
      <p>{task}</p>
      <GoalState id={id} />
      <div className={styles.row}>
        <Button look="strong" onClick={() => void begin(id)}>
          {CHALLENGE_TEXTS.start}
        </Button>
      </div>
    </section>
  );
}

import { useEffect, useState } from 'react';
import type { Goal, Means } from '../../../lesson/exercises/goals/goal.ts';
import type { GoalId } from '../../../lesson/exercises/goals/goals.ts';
import { GOALS } from '../../../lesson/exercises/goals/goals.ts';
import { toActionLabel } from '../../../lesson/texts/actions/actionLabels.ts';
import { CHALLENGE_TEXTS, GOAL_WORDS } from '../../../lesson/texts/practise/goals.ts';
import { SETTING_WORDS } from '../../../lesson/texts/settings/settingWords.ts';
import type { PlayerState } from '../../../player/playerState.ts';
import { openGoal } from '../../../player/practise/goalStart.ts';
import { usePractise } from '../../../player/practise/practiseProgress.ts';
import { countChanges, reachesGoal } from '../../../player/practise/runs/reachesGoal.ts';
import { useMade } from '../../../player/practise/useMade.ts';
import { useRunKey } from '../../../player/practise/useRunKey.ts';
import { toScenario } from '../../../player/runs/toldRun.ts';
import { usePlayer } from '../../../player/usePlayer.ts';
import { isOffered, seekMeans } from '../../../player/whatIf/seekMeans.ts';
import { useWhatIf } from '../../../player/whatIf/useWhatIf.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { Icon } from '../../../ui/controls/Icon.tsx';
import styles from '../Practise.module.css';

const nameMeans = (means: Means) =>
  'action' in means ? toActionLabel(means.action) : SETTING_WORDS[means.setting].label;

/** Whether another run is on the stage than the one that a goal begins at, and nobody works there. */
const isAway = ({ view, run }: Pick<PlayerState, 'view' | 'run'>, id: GoalId) =>
  view === 'check' && toScenario(run).id !== GOALS[id].scenarioId;

/** Leads to what the run is to be changed by; where another one is on the stage, the goal's own is opened first. */
async function seek(id: GoalId, means: Means) {
  const player = usePlayer.getState();
  if (isAway(player, id) && !(await openGoal(id))) return;
  seekMeans(means);
}

/** The hints that were asked for; once shown they stay. */
function Hints({ id }: { id: GoalId }) {
  const { hints } = GOAL_WORDS[id];
  const run = usePlayer((player) => player.run);
  const isElsewhere = usePlayer((player) => isAway(player, id));
  const { means } = GOALS[id] as Goal;
  // Elsewhere the goal's own run comes first; in it what cannot be done yet comes with what it takes.
  const offered = isElsewhere ? means.slice(0, 1) : means.filter((one) => isOffered(run, one));
  const address = `challenge/${id}`;
  const count = usePractise((practise) => practise.hints[address] ?? 0);
  return (
    <>
      {count > 0 ? (
        <ol className={styles.hints}>
          {hints.slice(0, count).map((hint) => (
            <li key={hint}>{hint}</li>
          ))}
        </ol>
      ) : null}
      {count === hints.length ? (
        <div className={styles.row}>
          {offered.map((means) => (
            <Button key={JSON.stringify(means)} onClick={() => void seek(id, means)}>
              {CHALLENGE_TEXTS.sayMeans(nameMeans(means))}
            </Button>
          ))}
        </div>
      ) : null}
      {count < hints.length ? (
        <div className={styles.row}>
          <Button onClick={() => usePractise.getState().showHint(address)}>
            {CHALLENGE_TEXTS.sayHint(count + 1)}
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** Whether the run on show has reached a goal, by the engine; and its hints. */
export function GoalState({ id }: { id: GoalId }) {
  const run = usePlayer((player) => player.run);
  const original = usePlayer((player) => player.original);
  const { value: isReached } = useMade(`${id} ${useRunKey()}`, () => reachesGoal(id, run));
  // What a link opened was done by somebody else: it counts once something was changed, or another run chosen.
  const [first] = useState(run);
  const isChanged = useWhatIf(({ past }) => past.length > 0);
  const isOwn = original ? isChanged : run !== first;
  useEffect(() => {
    if (isReached && isOwn) usePractise.getState().mark(`challenge/${id}`, true);
  }, [id, isReached, isOwn]);
  const { par } = GOALS[id];
  return (
    <>
      <p role="status" className={styles.state} data-reached={isReached || undefined}>
        {isReached ? (
          <>
            <strong>
              <Icon name="check" size={14} />{' '}
              {CHALLENGE_TEXTS.sayReached(countChanges(run, original), par)}
            </strong>{' '}
            {GOAL_WORDS[id].shows}
          </>
        ) : (
          `${CHALLENGE_TEXTS.open} · ${CHALLENGE_TEXTS.sayPar(par)}`
        )}
      </p>
      <Hints id={id} />
    </>
  );
}

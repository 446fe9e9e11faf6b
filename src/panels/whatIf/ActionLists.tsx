import { useId, useMemo, useState } from 'react';
import type { Means } from '../../lesson/exercises/goals/goal.ts';
import type { ActionGroup } from '../../lesson/texts/actions/actionGroups.ts';
import { ACTION_GROUPS, toActionGroup } from '../../lesson/texts/actions/actionGroups.ts';
import { toActionLabel } from '../../lesson/texts/actions/actionLabels.ts';
import { sayReason } from '../../lesson/texts/actions/actionReasons.ts';
import { WHAT_IF_TEXTS } from '../../lesson/texts/panels/whatIf.ts';
import { useStep } from '../../player/position/useStep.ts';
import { toScenario } from '../../player/runs/toldRun.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import type { TellingAction } from '../../player/whatIf/rankActions.ts';
import { rankActions } from '../../player/whatIf/rankActions.ts';
import { isNamedAs, useSought } from '../../player/whatIf/seekMeans.ts';
import { useWhatIf } from '../../player/whatIf/useWhatIf.ts';
import type { Action } from '../../sim/action.ts';
import { useBringIntoView } from '../../ui/boxes/useBringIntoView.ts';
import { Icon } from '../../ui/controls/Icon.tsx';
import styles from './ActionLists.module.css';

const isFor = (sought: Means | null, action: Action) =>
  sought !== null && 'action' in sought && isNamedAs(sought.action, action);

interface Acting {
  /** What is done once an Action is put in. */
  onActed: () => void;
}

interface ActionButtonProps extends Acting {
  action: Action;
  about?: string;
}

/** Puts an Action in; what cannot be done is said in the panel. */
async function act(action: Action, onActed: () => void) {
  await useWhatIf.getState().act(action);
  if (useWhatIf.getState().problem === null) onActed();
}

/** An Action that is put in; whoever is led to one like it is brought here. */
function ActionButton({ action, about, onActed }: ActionButtonProps) {
  const sought = useSought((found) => (isFor(found.sought, action) ? found.sought : null));
  const button = useBringIntoView<HTMLButtonElement>(sought);
  return (
    <button
      ref={button}
      type="button"
      aria-describedby={about}
      onClick={() => void act(action, onActed)}
    >
      {toActionLabel(action)}
    </button>
  );
}

/** An Action with why it is worth a try now, which is heard after its name. */
function FirstAction({ action, moment, onActed }: TellingAction & Acting) {
  const id = useId();
  return (
    <li>
      <ActionButton action={action} about={id} onActed={onActed} />
      <p id={id}>{sayReason(action, moment)}</p>
    </li>
  );
}

interface GroupListProps extends Acting {
  group: ActionGroup;
  actions: readonly Action[];
}

function GroupList({ group, actions, onActed }: GroupListProps) {
  const id = useId();
  return (
    <div>
      <h4 id={id}>{group}</h4>
      <ul aria-labelledby={id} className={styles.list}>
        {actions
          .filter((action) => toActionGroup(action) === group)
          .map((action) => (
            <li key={JSON.stringify(action)}>
              <ActionButton action={action} onActed={onActed} />
            </li>
          ))}
      </ul>
    </div>
  );
}

/** The Actions that tell most from the step on show. */
function useFirstActions(): readonly TellingAction[] {
  const { possible } = useStep();
  const run = usePlayer((player) => player.run);
  return useMemo(() => {
    const { actions, settings } = toScenario(run);
    const { actionIndex } = run.telling.at(possible.forkStep);
    return rankActions(possible.actions, actions.slice(0, actionIndex + 1), settings);
  }, [run, possible]);
}

/** What can happen next: what tells most, and on demand all of it, by who does it. */
export function ActionLists({ onActed }: Acting) {
  const { step, possible } = useStep();
  const first = useFirstActions();
  const [open, setOpen] = useState(false);
  // What is led to and not among the first is in the others.
  const others = useSought(({ sought }) =>
    first.some(({ action }) => isFor(sought, action)) ? null : sought,
  );
  const [openedFor, setOpenedFor] = useState<Means | null>(null);
  if (others && 'action' in others && others !== openedFor) {
    setOpenedFor(others);
    setOpen(true);
  }
  const id = useId();
  return (
    <>
      <h3 id={id} className={styles.next}>
        {WHAT_IF_TEXTS.next}
      </h3>
      <p className={styles.origin}>{WHAT_IF_TEXTS.sayOrigin(possible.forkStep, step)}</p>
      <ol aria-labelledby={id} className={styles.first}>
        {first.map(({ action, moment }) => (
          <FirstAction
            key={JSON.stringify(action)}
            action={action}
            moment={moment}
            onActed={onActed}
          />
        ))}
      </ol>
      <button
        type="button"
        className={styles.all}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span className={styles.turn}>
          <Icon name="next" size={12} />
        </span>
        {WHAT_IF_TEXTS.all}
      </button>
      {open ? (
        <div className={styles.groups}>
          {ACTION_GROUPS.map((group) => (
            <GroupList key={group} group={group} actions={possible.actions} onActed={onActed} />
          ))}
        </div>
      ) : null}
    </>
  );
}

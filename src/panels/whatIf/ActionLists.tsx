import { useId, useMemo, useState } from 'react';
import type { ActionGroup } from '../../lesson/texts/actionGroups.ts';
import { ACTION_GROUPS, toActionGroup } from '../../lesson/texts/actionGroups.ts';
import { toActionLabel } from '../../lesson/texts/actionLabels.ts';
import { WHAT_IF_TEXTS } from '../../lesson/texts/panels/whatIf.ts';
import { useStep } from '../../player/position/useStep.ts';
import { toScenario } from '../../player/runs/toldRun.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { rankActions } from '../../player/whatIf/rankActions.ts';
import { useWhatIf } from '../../player/whatIf/useWhatIf.ts';
import type { Action } from '../../sim/action.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './ActionLists.module.css';

function ActionList({ label, actions }: { label: string; actions: readonly Action[] }) {
  return (
    <ul aria-labelledby={label} className={styles.list}>
      {actions.map((action) => (
        <li key={JSON.stringify(action)}>
          <button type="button" onClick={() => void useWhatIf.getState().act(action)}>
            <span>{toActionLabel(action)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function GroupList({ group, actions }: { group: ActionGroup; actions: readonly Action[] }) {
  const id = useId();
  return (
    <div>
      <h4 id={id}>{group}</h4>
      <ActionList
        label={id}
        actions={actions.filter((action) => toActionGroup(action) === group)}
      />
    </div>
  );
}

/** The Actions that tell most from the step on show. */
function useFirstActions(): readonly Action[] {
  const { possible } = useStep();
  const run = usePlayer((player) => player.run);
  return useMemo(() => {
    const { actions, settings } = toScenario(run);
    const { actionIndex } = run.telling.at(possible.forkStep);
    return rankActions(possible.actions, actions.slice(0, actionIndex + 1), settings);
  }, [run, possible]);
}

/** What can happen next: what tells most, and on demand all of it, by who does it. */
export function ActionLists() {
  const { step, possible } = useStep();
  const first = useFirstActions();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <h3 id={id} className={styles.next}>
        {WHAT_IF_TEXTS.next}
      </h3>
      <p className={styles.origin}>{WHAT_IF_TEXTS.sayOrigin(possible.forkStep, step)}</p>
      <ActionList label={id} actions={first} />
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
            <GroupList key={group} group={group} actions={possible.actions} />
          ))}
        </div>
      ) : null}
    </>
  );
}

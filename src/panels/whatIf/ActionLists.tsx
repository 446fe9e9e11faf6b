import { useId } from 'react';
import type { ActionGroup } from '../../lesson/texts/actionGroups.ts';
import { ACTION_GROUPS, toActionGroup } from '../../lesson/texts/actionGroups.ts';
import { toActionLabel } from '../../lesson/texts/actionLabels.ts';
import { useWhatIf } from '../../player/whatIf/useWhatIf.ts';
import type { Action } from '../../sim/action.ts';
import styles from './ActionLists.module.css';

function ActionList({ group, actions }: { group: ActionGroup; actions: readonly Action[] }) {
  const id = useId();
  return (
    <div className={styles.group}>
      <h3 id={id}>{group}</h3>
      <ul aria-labelledby={id}>
        {actions.map((action) => (
          <li key={JSON.stringify(action)}>
            <button type="button" onClick={() => void useWhatIf.getState().act(action)}>
              {toActionLabel(action)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The Actions that make sense now, by who does them. */
export function ActionLists({ actions }: { actions: readonly Action[] }) {
  return (
    <div className={styles.groups}>
      {ACTION_GROUPS.map((group) => (
        <ActionList
          key={group}
          group={group}
          actions={actions.filter((action) => toActionGroup(action) === group)}
        />
      ))}
    </div>
  );
}

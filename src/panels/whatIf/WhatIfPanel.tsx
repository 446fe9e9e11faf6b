import { useId, useMemo } from 'react';
import { formatCount } from '../../lesson/page/format.ts';
import { useStep } from '../../player/position/useStep.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { countOwnActions } from '../../player/whatIf/ownActions.ts';
import { useWhatIf } from '../../player/whatIf/useWhatIf.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Quoted } from '../../ui/Quoted.tsx';
import { ActionLists } from './ActionLists.tsx';
import { Beside } from './Beside.tsx';
import { LastResult } from './LastResult.tsx';
import { RunTools } from './RunTools.tsx';
import { SaveRun } from './SaveRun.tsx';
import { closePanel, usePanelFocus } from './usePanelFocus.ts';
import styles from './WhatIfPanel.module.css';

/** Says where a what-if goes on from, when that is not simply the step on show. */
function toOrigin(forkStep: number, cursor: number): string {
  const from = forkStep === 0 ? 'From the start' : `From the end of step ${forkStep}`;
  return forkStep === cursor ? `${from}:` : `${from}, as step ${cursor} is inside an Action:`;
}

/** What the run on show is, in front of where a what-if goes on from. */
function useRunName(): string {
  const run = usePlayer((player) => player.run);
  const original = usePlayer((player) => player.original);
  const own = useMemo(() => countOwnActions(run, original), [run, original]);
  return original ? `${formatCount(own, 'Action')} of your own.` : 'This is the original.';
}

function Problem() {
  const problem = useWhatIf((whatIf) => whatIf.problem);
  // It stands there before it says something, so that it is heard when it does.
  return (
    <div role="alert" className={styles.problem}>
      {problem === null ? null : (
        <>
          <p>
            <Quoted text={problem} />
          </p>
          <Button onClick={useWhatIf.getState().dismissProblem}>Dismiss</Button>
        </>
      )}
    </div>
  );
}

/** Offers what can be done from the step on show, takes it back again, and keeps the run. */
export function WhatIfPanel() {
  const { step, possible } = useStep();
  const busy = useWhatIf((whatIf) => whatIf.busy);
  const name = useRunName();
  const { panel, heading } = usePanelFocus();
  const id = useId();
  return (
    <section ref={panel} aria-labelledby={id} className={styles.panel}>
      <div className={styles.top}>
        <header className={styles.header}>
          <h2 ref={heading} id={id} tabIndex={-1}>
            What if, from here?
          </h2>
          <button
            type="button"
            aria-label="Close the what-ifs"
            className={styles.close}
            onClick={() => closePanel(panel.current)}
          >
            <Icon name="cross" size={14} />
          </button>
        </header>
        <RunTools />
        <LastResult />
      </div>
      <Problem />
      <div className={styles.offer} aria-busy={busy}>
        <p className={styles.origin}>
          <span>{name}</span> <span>{toOrigin(possible.forkStep, step)}</span>
        </p>
        <ActionLists actions={possible.actions} />
      </div>
      <Beside />
      <SaveRun />
    </section>
  );
}

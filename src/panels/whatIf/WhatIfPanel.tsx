import { useId } from 'react';
import { WHAT_IF_TEXTS } from '../../lesson/texts/panels/whatIf.ts';
import { useWhatIf } from '../../player/whatIf/useWhatIf.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { IconButton } from '../../ui/controls/IconButton.tsx';
import { Quoted } from '../../ui/text/Quoted.tsx';
import { ActionLists } from './ActionLists.tsx';
import { Beside } from './Beside.tsx';
import { LastResult } from './LastResult.tsx';
import { RunTools } from './RunTools.tsx';
import { ToOwnRun } from './ToOwnRun.tsx';
import { useFoldedSheet } from './useFoldedSheet.ts';
import { closePanel, usePanelFocus } from './usePanelFocus.ts';
import styles from './WhatIfPanel.module.css';

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
          <Button onClick={useWhatIf.getState().dismissProblem}>{WHAT_IF_TEXTS.dismiss}</Button>
        </>
      )}
    </div>
  );
}

/** Offers what can be done from the step on show, takes it back again, and keeps the run. */
export function WhatIfPanel() {
  const busy = useWhatIf((whatIf) => whatIf.busy);
  const { panel, heading } = usePanelFocus();
  const sheet = useFoldedSheet();
  const id = useId();
  return (
    <section ref={panel} aria-labelledby={id} className={styles.panel}>
      <div className={styles.top}>
        <header className={styles.header}>
          <h2 ref={heading} id={id} tabIndex={-1}>
            {WHAT_IF_TEXTS.title}
          </h2>
          <ToOwnRun />
          <IconButton
            label={WHAT_IF_TEXTS.close}
            icon="cross"
            size={14}
            onClick={() => closePanel(panel.current)}
          />
        </header>
        <LastResult sheet={sheet} />
        <Problem />
      </div>
      <div className={styles.offer} aria-busy={busy}>
        <ActionLists onActed={sheet.fold} />
        <RunTools />
      </div>
      <Beside />
    </section>
  );
}

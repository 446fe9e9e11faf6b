import { OWN_RUN_TEXTS } from '../../lesson/texts/panels/ownRun.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { listDifferences } from '../../player/whatIf/runDifferences.ts';
import { Button } from '../../ui/controls/Button.tsx';
import styles from './WhatIfPanel.module.css';

function show() {
  const own = document.getElementById('own-run');
  own?.scrollIntoView?.();
  own?.querySelector('h2')?.focus({ preventScroll: true });
}

/** Says in how much the run is the reader's own, and leads to the list, which the sheet may hide. */
export function ToOwnRun() {
  const run = usePlayer((player) => player.run);
  const original = usePlayer((player) => player.original);
  if (!original) return null;
  return (
    <Button className={styles.toOwnRun} onClick={show}>
      {OWN_RUN_TEXTS.sayCount(listDifferences(run, original).length)}
    </Button>
  );
}

import { useMemo } from 'react';
import { WHAT_IF_TEXTS } from '../../lesson/texts/panels/whatIf.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { findLastAdded } from '../../player/whatIf/runDifferences.ts';
import type { RunChange } from '../../player/whatIf/undoStep.ts';
import { useWhatIf } from '../../player/whatIf/useWhatIf.ts';
import { Button } from '../../ui/controls/Button.tsx';
import styles from './RunTools.module.css';

/** What Undo takes back: the last change, or of a run that came with an address its last own Action. */
function useLastChange(): RunChange | null {
  const run = usePlayer((player) => player.run);
  const original = usePlayer((player) => player.original);
  const remembered = useWhatIf(({ past }) => past.at(-1)?.change);
  const added = useMemo(() => findLastAdded(run, original), [run, original]);
  return remembered ?? (added && { type: 'act', action: added.action });
}

/** Takes back the last change, where there is one. */
export function RunTools() {
  const last = useLastChange();
  if (!last) return null;
  const name = WHAT_IF_TEXTS.sayUndo(last);
  return (
    <Button className={styles.undo} title={name} onClick={() => void useWhatIf.getState().undo()}>
      <span>{name}</span>
    </Button>
  );
}

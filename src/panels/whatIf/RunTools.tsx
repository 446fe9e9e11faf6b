import { useMemo } from 'react';
import { formatCount } from '../../lesson/format.ts';
import { countOwnActions } from '../../player/offer.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { useWhatIf } from '../../player/useWhatIf.ts';
import styles from './RunTools.module.css';
import { toUndoLabel } from './undoLabel.ts';

interface ToolProps {
  label: string;
  off: boolean;
  onUse: () => Promise<void>;
}

/** A button that keeps the focus when there is nothing more to do for it. */
function Tool({ label, off, onUse }: ToolProps) {
  return (
    <button type="button" aria-disabled={off} onClick={off ? undefined : () => void onUse()}>
      {label}
    </button>
  );
}

/** Takes back the last change, or all of them. */
export function RunTools() {
  const trace = usePlayer((player) => player.trace);
  const original = usePlayer((player) => player.original);
  const last = useWhatIf(({ past }) => past.at(-1)?.change);
  const { undo, restart } = useWhatIf.getState();
  const own = useMemo(() => countOwnActions(trace, original), [trace, original]);
  return (
    <div className={styles.tools}>
      <Tool label={toUndoLabel(last)} off={!last} onUse={undo} />
      <Tool label="Back to the original" off={!original} onUse={restart} />
      <p>{original ? `${formatCount(own, 'Action')} of your own` : 'This is the original.'}</p>
    </div>
  );
}

import { WHAT_IF_TEXTS } from '../../lesson/texts/panels/whatIf.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { findLastOwn } from '../../player/whatIf/ownActions.ts';
import { useWhatIf } from '../../player/whatIf/useWhatIf.ts';
import styles from './RunTools.module.css';

interface ToolProps {
  /** The whole name; what is written may be shorter. */
  name: string;
  text?: string;
  off: boolean;
  onUse: () => Promise<void>;
}

/** A button that keeps the focus when there is nothing more to do for it. */
function Tool({ name, text = name, off, onUse }: ToolProps) {
  return (
    <button
      type="button"
      title={name}
      aria-label={text === name ? undefined : name}
      aria-disabled={off}
      onClick={off ? undefined : () => void onUse()}
    >
      <span>{text}</span>
    </button>
  );
}

/** Takes back the last change, or all of them. */
export function RunTools() {
  const run = usePlayer((player) => player.run);
  const original = usePlayer((player) => player.original);
  const remembered = useWhatIf(({ past }) => past.at(-1)?.change);
  const last = remembered ?? findLastOwn({ run, original }) ?? undefined;
  const { undo, restart } = useWhatIf.getState();
  return (
    <div className={styles.tools}>
      <Tool name={WHAT_IF_TEXTS.sayUndo(last)} off={!last} onUse={undo} />
      <Tool
        name={WHAT_IF_TEXTS.restart}
        text={WHAT_IF_TEXTS.shortRestart}
        off={!original}
        onUse={restart}
      />
    </div>
  );
}

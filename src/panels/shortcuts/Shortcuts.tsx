import { usePreferences } from '../../player/kept/preferences.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './Shortcuts.module.css';

const KEYS: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['→', 'Page Down'], 'Next step'],
  [['←', 'Page Up'], 'Previous step'],
  [['Home'], 'First step'],
  [['End'], 'Last step'],
  [['Space'], 'Play or pause'],
  [['B', 'S', 'T'], 'Show both, Session, Token'],
  [['R'], 'Back to the start'],
  [['+', '−'], 'Faster, slower'],
  [['?'], 'This list'],
  [['Esc'], 'Close'],
];

/** The keys, and the switch for those that type a character. */
export function Shortcuts() {
  const open = usePlayer((player) => player.shortcutsOpen);
  const singleKeys = usePreferences((preferences) => preferences.singleKeys);
  return (
    <Dialog title="Keyboard shortcuts" open={open} onClose={usePlayer.getState().closeShortcuts}>
      <dl className={styles.keys}>
        {KEYS.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={singleKeys}
          onChange={(event) => usePreferences.getState().setSingleKeys(event.target.checked)}
        />
        Keys that type a character are shortcuts (B, S, T, R, +, −, ?)
      </label>
      <p className={styles.note}>On a touch screen, swipe left or right on the stage to step.</p>
    </Dialog>
  );
}

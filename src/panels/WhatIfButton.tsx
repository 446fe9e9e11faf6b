import { usePlayer } from '../player/usePlayer.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './WhatIfButton.module.css';

/** Opens and closes the what-if panel, from wherever the playback bar is. */
export function WhatIfButton() {
  const open = usePlayer((player) => player.whatIfOpen);
  return (
    <button
      type="button"
      aria-label="What if…"
      className={styles.button}
      aria-expanded={open}
      aria-controls="what-if"
      onClick={usePlayer.getState().toggleWhatIf}
    >
      <Icon name="fork" size={18} />
      <span>What if…</span>
    </button>
  );
}

import { usePlayer } from '../player/usePlayer.ts';
import styles from './WhatIfButton.module.css';

/** Opens and closes the what-if panel, from wherever the playback bar is. */
export function WhatIfButton() {
  const open = usePlayer((player) => player.whatIfOpen !== false);
  return (
    <button
      type="button"
      className={styles.button}
      aria-expanded={open}
      aria-controls="what-if"
      onClick={usePlayer.getState().toggleWhatIf}
    >
      What if…
    </button>
  );
}

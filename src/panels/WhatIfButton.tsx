import { usePlayer } from '../player/usePlayer.ts';
import styles from './WhatIfButton.module.css';

/** Opens and closes the what-if panel, from wherever the playback bar is. */
export function WhatIfButton() {
  const open = usePlayer((player) => player.whatIfOpen !== false);
  const on = usePlayer((player) => player.original !== null);
  return (
    <button
      type="button"
      className={styles.button}
      aria-expanded={open}
      aria-controls="what-if"
      data-on={on || undefined}
      onClick={usePlayer.getState().toggleWhatIf}
    >
      What if…
    </button>
  );
}

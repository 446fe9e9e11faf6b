import { PLAYBACK_TEXTS } from '../../lesson/texts/panels/playback.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { useWhatIf } from '../../player/whatIf/useWhatIf.ts';
import styles from './WhatIfButton.module.css';

/** Opens and closes the what-if panel, from wherever the playback bar is. */
export function WhatIfButton() {
  const open = useWhatIf(({ panelOpen }) => panelOpen !== false);
  const on = usePlayer((player) => player.original !== null);
  return (
    <button
      type="button"
      className={styles.button}
      aria-expanded={open}
      aria-controls="what-if"
      data-on={on || undefined}
      onClick={useWhatIf.getState().togglePanel}
    >
      {PLAYBACK_TEXTS.whatIf}
    </button>
  );
}

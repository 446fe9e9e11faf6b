import { PLAYBACK_TEXTS } from '../../lesson/texts/panels/walk/playback.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import styles from './WhatIfButton.module.css';

/** Opens the place for what-ifs and closes it, from wherever the playback bar is. */
export function WhatIfButton() {
  const open = usePlayer(({ view }) => view === 'try');
  const on = usePlayer((player) => player.original !== null);
  return (
    <button
      type="button"
      className={styles.button}
      tabIndex={-1}
      aria-expanded={open}
      aria-controls="what-if"
      data-on={on || undefined}
      onClick={() => usePlayer.getState().setView(open ? 'walk' : 'try')}
    >
      {PLAYBACK_TEXTS.whatIf}
    </button>
  );
}

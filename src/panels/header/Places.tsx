import type { MouseEvent } from 'react';
import { HEADER_TEXTS, PLACE_NAMES } from '../../lesson/texts/panels/header.ts';
import { PLACES, type View } from '../../player/position/views.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import styles from './Places.module.css';

/** The places of the page as links, one stop of the tab order; step, run and columns stay. */
export function Places() {
  const view = usePlayer((player) => player.view);
  const open = (event: MouseEvent, to: View) => {
    // With a modifier it is the browser's: another tab, another window.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    // Pressed again, a place is as it was before anything of it was opened.
    if (to === view) usePlayer.setState({ way: null });
    usePlayer.getState().setView(to);
    window.scrollTo({ top: 0 });
  };
  const stop = PLACES.find((one) => one === view) ?? PLACES[0];
  return (
    <nav aria-label={HEADER_TEXTS.places} className={styles.places} data-arrows>
      {PLACES.map((one) => (
        <a
          key={one}
          href={`#view=${one}`}
          tabIndex={one === stop ? undefined : -1}
          aria-current={one === view ? 'page' : undefined}
          onClick={(event) => open(event, one)}
        >
          {PLACE_NAMES[one]}
        </a>
      ))}
    </nav>
  );
}

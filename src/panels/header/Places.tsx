import { type MouseEvent, useEffect, useRef } from 'react';
import { HEADER_TEXTS, PLACE_NAMES } from '../../lesson/texts/panels/header.ts';
import { PLACES, VIEWS, type View } from '../../player/position/views.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import styles from './Places.module.css';

/** The places of the page as links; step, run and columns stay. */
export function Places() {
  const view = usePlayer((player) => player.view);
  const open = (event: MouseEvent, to: View) => {
    // With a modifier it is the browser's: another tab, another window.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    usePlayer.getState().setView(to);
    window.scrollTo({ top: 0 });
  };
  const current = useRef<HTMLAnchorElement>(null);
  // On a phone it may be out of view.
  useEffect(() => {
    if (view !== VIEWS[0])
      current.current?.scrollIntoView?.({ block: 'nearest', inline: 'center' });
  }, [view]);
  return (
    <nav aria-label={HEADER_TEXTS.places} className={styles.places}>
      {PLACES.map((one) => (
        <a
          key={one}
          ref={one === view ? current : undefined}
          href={`#view=${one}`}
          aria-current={one === view ? 'page' : undefined}
          onClick={(event) => open(event, one)}
        >
          {PLACE_NAMES[one]}
        </a>
      ))}
    </nav>
  );
}

import { useEffect, useRef } from 'react';
import { usePlayer } from '../../player/usePlayer.ts';
import { useKeptFocus } from '../../ui/useKeptFocus.ts';

const OPENERS = '[aria-controls="what-if"], nav a[aria-current="page"]';
const findButton = () => document.querySelector<HTMLElement>('[aria-controls="what-if"]');

/** Closes the panel; the focus that was in it goes back to the button that opened it. */
export function closePanel(panel: HTMLElement | null) {
  const isInside = panel?.contains(document.activeElement);
  const { view, setView } = usePlayer.getState();
  if (view === 'try') setView('walk');
  if (isInside) findButton()?.focus();
}

/** Whether Escape is meant for the panel: nothing else on the page that could be closed has the focus. */
function isForPanel(panel: HTMLElement | null, target: EventTarget | null): boolean {
  const { shortcutsOpen, term } = usePlayer.getState();
  if (shortcutsOpen || term !== null || !(target instanceof Node)) return false;
  return target === document.body || target === findButton() || panel?.contains(target) === true;
}

/** Takes the focus to the panel when it opens, keeps it there, and closes it with Escape. */
export function usePanelFocus() {
  const panel = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    // An address opens it too, and whoever comes by one has not asked to be taken there.
    if (!document.activeElement?.matches(OPENERS)) return;
    heading.current?.focus({ preventScroll: true });
    panel.current?.scrollIntoView?.({ block: 'nearest' });
  }, []);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      if (!isForPanel(panel.current, event.target)) return;
      event.preventDefault();
      closePanel(panel.current);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  // A button that is not offered any more would take the focus with it.
  useKeptFocus(panel, heading);

  return { panel, heading };
}

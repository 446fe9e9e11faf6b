import { useEffect, useRef } from 'react';
import { usePlayer } from '../../player/usePlayer.ts';
import { findOpeners } from '../../player/whatIf/findOpeners.ts';
import { focusFirst } from '../../ui/boxes/focusFirst.ts';
import { useKeptFocus } from '../../ui/boxes/useKeptFocus.ts';

/** The place that the panel is in: settings and what keeps a run are there too. */
const findPlace = (panel: HTMLElement | null) => panel?.closest('[data-place]') ?? panel;

/** Closes the panel; the focus that was in its place goes back to what opened it. */
export function closePanel(panel: HTMLElement | null) {
  const isInside = findPlace(panel)?.contains(document.activeElement);
  const { view, setView } = usePlayer.getState();
  if (view === 'try') setView('walk');
  if (isInside) focusFirst(findOpeners());
}

/** Whether Escape is meant for the panel: nothing else on the page that could be closed has the focus. */
function isForPanel(panel: HTMLElement | null, target: EventTarget | null): boolean {
  const { shortcutsOpen, term } = usePlayer.getState();
  if (shortcutsOpen || term !== null || !(target instanceof Node)) return false;
  if (target === document.body || findPlace(panel)?.contains(target)) return true;
  return findOpeners().some((opener) => opener === target);
}

/** Takes the focus to the panel when it opens, keeps it there, and closes it with Escape. */
export function usePanelFocus() {
  const panel = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    // An address opens it too, and whoever comes by one has not asked to be taken there.
    if (!findOpeners().some((opener) => opener === document.activeElement)) return;
    heading.current?.focus({ preventScroll: true });
    // The sheet leaves room for the stage alone; where there is more, this moves nothing.
    document.getElementById('stage')?.scrollIntoView?.({ block: 'nearest' });
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

/** What Up and Down change by themselves: from there the Tab key goes on. */
const OWN_ARROWS = 'select, input';

const BY: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Lists what Up and Down go along from a control: the dotted words of its panel, or the controls of its group. */
function listAlong(from: HTMLElement): readonly HTMLElement[] {
  const words = from.dataset.term === undefined ? null : from.closest<HTMLElement>('[data-words]');
  const found = words
    ? from.ownerDocument.querySelectorAll<HTMLElement>(
        `[data-words="${words.dataset.words}"] [data-term]`,
      )
    : (from.closest('[data-arrows]')?.querySelectorAll<HTMLElement>('a, button, select, input') ??
      []);
  return [...found].filter((control) => control.getClientRects().length > 0);
}

/**
 * Lets Up and Down go from control to control of a group that is one stop of the tab order
 * (`data-arrows`), or from dotted word to dotted word of a panel (`data-words`, of one name where a
 * panel is in two places), from its end to its start. Left and Right are not used: they step wherever
 * the focus is. A word may go with its step: then the focus is back at the stop. The signal ends it.
 */
export function installArrows(window: Window, signal: AbortSignal): void {
  const move = (event: KeyboardEvent) => {
    const { key, target, ctrlKey, altKey, metaKey, shiftKey } = event;
    const by = BY[key];
    if (!by || ctrlKey || altKey || metaKey || shiftKey || event.defaultPrevented) return;
    if (!(target instanceof HTMLElement) || target.matches(OWN_ARROWS)) return;
    const along = listAlong(target);
    if (along.length === 0) return;
    event.preventDefault();
    along.at((along.indexOf(target) + by) % along.length)?.focus();
  };
  const goBack = ({ key, target }: KeyboardEvent) => {
    if (!['ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End'].includes(key)) return;
    if (!(target instanceof HTMLElement) || target.tabIndex >= 0) return;
    if (target.dataset.term === undefined) return;
    listAlong(target)
      .find((word) => word.tabIndex >= 0)
      ?.focus({ preventScroll: true });
  };
  window.addEventListener('keydown', move, { signal });
  window.addEventListener('keydown', goBack, { signal, capture: true });
}

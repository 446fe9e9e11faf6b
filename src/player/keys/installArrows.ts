/** What Up and Down change by themselves: from there the Tab key goes on. */
const OWN_ARROWS = 'select, input';

const BY: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * Lets Up and Down go from control to control of a group that is one stop of the tab order
 * (`data-arrows`), from its end to its start. Left and Right are not used: they step wherever the
 * focus is. The signal ends it.
 */
export function installArrows(window: Window, signal: AbortSignal): void {
  const move = (event: KeyboardEvent) => {
    const { key, target, ctrlKey, altKey, metaKey, shiftKey } = event;
    const by = BY[key];
    if (!by || ctrlKey || altKey || metaKey || shiftKey || event.defaultPrevented) return;
    if (!(target instanceof HTMLElement) || target.matches(OWN_ARROWS)) return;
    const group = target.closest('[data-arrows]');
    if (!group) return;
    const controls = [...group.querySelectorAll<HTMLElement>('a, button, select, input')];
    const shown = controls.filter((control) => control.getClientRects().length > 0);
    event.preventDefault();
    shown.at((shown.indexOf(target) + by) % shown.length)?.focus();
  };
  window.addEventListener('keydown', move, { signal });
}

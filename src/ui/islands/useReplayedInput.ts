import { type RefObject, useEffect, useEffectEvent } from 'react';

/** What answers a click without any code. */
const NATIVE = 'a[href], summary, select';

/** What a click can be meant for. */
const CONTROLS = 'button, label, input, textarea, [role]';

/** What text is written into, where a click does no more than put the cursor there. */
const WRITABLE =
  'textarea, input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"], [type="file"])';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isField = (target: EventTarget | null): target is Field =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement;

/** Writes a value as a user does. React ignores one that it believes to be there already. */
function write(field: Field, value: string): void {
  if (field instanceof HTMLSelectElement) {
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    return;
  }
  field.value = field.defaultValue;
  const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set;
  set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Puts the focus where a click would have put it. */
function focusFor(control: HTMLElement): void {
  const target = control instanceof HTMLLabelElement ? control.control : control;
  target?.focus({ preventScroll: true });
}

/**
 * Wakes what is not alive yet when it is pointed at or gets the focus. Clicks on it are held back
 * and made again when it is alive: React would let them pass unanswered. What is written into its
 * fields is written again: React sets them back as it takes them over.
 */
export function useReplayedInput(
  place: RefObject<HTMLElement | null>,
  alive: Promise<void>,
  wake: () => void,
): void {
  const onWanted = useEffectEvent(wake);
  useEffect(() => {
    const clicked: HTMLElement[] = [];
    const written = new Map<Field, string>();
    const wakeIt = () => onWanted();
    const hold = (event: Event) => {
      const { target } = event;
      if (!(target instanceof Element) || !place.current?.contains(target)) return;
      if (target.closest(NATIVE)) return;
      const control = target.closest<HTMLElement>(CONTROLS);
      if (!control || control.closest('[role="alert"]') || control.matches(WRITABLE)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      focusFor(control);
      clicked.push(control);
      onWanted();
    };
    const keep = ({ target }: Event) => {
      if (!isField(target) || !place.current?.contains(target)) return;
      // A choice of several is a click, and held as one.
      if (!target.matches(`select, ${WRITABLE}`)) return;
      written.set(target, target.value);
      onWanted();
    };
    const element = place.current;
    element?.addEventListener('pointerenter', wakeIt);
    element?.addEventListener('focusin', wakeIt);
    // Above the root, at which React would stop the event.
    window.addEventListener('click', hold, { capture: true });
    window.addEventListener('input', keep, { capture: true });
    const end = () => {
      element?.removeEventListener('pointerenter', wakeIt);
      element?.removeEventListener('focusin', wakeIt);
      window.removeEventListener('click', hold, { capture: true });
      window.removeEventListener('input', keep, { capture: true });
    };
    void alive.then(() => {
      end();
      for (const [field, value] of written) write(field, value);
      written.clear();
      for (const control of clicked.splice(0)) control.click();
    });
    return end;
  }, [place, alive]);
}

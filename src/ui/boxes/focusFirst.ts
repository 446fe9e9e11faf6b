/** Gives the focus to the first of these that takes it: what is not rendered does not. */
export function focusFirst(elements: readonly (HTMLElement | null)[]): void {
  for (const element of elements) {
    element?.focus({ preventScroll: true });
    if (element !== null && document.activeElement === element) return;
  }
}

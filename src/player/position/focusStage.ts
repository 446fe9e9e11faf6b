/** Who has opened something on the stage from elsewhere goes on by keyboard there. */
export const focusStage = (): void =>
  document.getElementById('stage')?.focus({ preventScroll: true });

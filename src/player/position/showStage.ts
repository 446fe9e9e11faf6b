/**
 * Brings the stage to the upper edge of the window where the bar, at the lower one, cuts it off, or,
 * asked for it, where it begins above that edge; with the step's name where that stands above it, but
 * not in a low window.
 */
export function showStage(isAbove = false): void {
  const stage = document.getElementById('stage');
  const bar = document.getElementById('playback');
  if (!stage || !bar) return;
  const { top, bottom } = stage.getBoundingClientRect();
  if (top < 0 ? !isAbove : bottom <= bar.getBoundingClientRect().top) return;
  const head = document.getElementById('step-name');
  const isNamed = innerHeight > 430 && head?.checkVisibility?.({ visibilityProperty: true });
  const named = isNamed && head ? head : stage;
  scrollBy(0, named.getBoundingClientRect().top);
}

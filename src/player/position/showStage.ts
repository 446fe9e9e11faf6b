/** Brings the stage to the upper edge of the window where the bar, at the lower one, cuts it off. */
export function showStage(): void {
  const [stage, bar] = ['stage', 'playback'].map((id) =>
    document.getElementById(id)?.getBoundingClientRect(),
  );
  if (!stage || !bar || stage.top <= 0 || stage.bottom <= bar.top) return;
  scrollBy(0, stage.top);
}

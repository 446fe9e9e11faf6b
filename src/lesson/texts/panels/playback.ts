export const PLAYBACK_TEXTS = {
  name: 'Playback',
  first: 'First step',
  previous: 'Previous step',
  play: 'Play',
  pause: 'Pause',
  next: 'Next step',
  last: 'Last step',
  step: 'Step',
  speed: 'Speed',
  clock: 'simulated clock',
  whatIf: 'What if…',
} as const;

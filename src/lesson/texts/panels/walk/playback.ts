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
  /** Says that it plays, and how long the step stays. */
  sayNextIn: (ms: number) => `next in ${Math.ceil(ms / 1000)} s`,
  whatIf: 'What if…',
} as const;

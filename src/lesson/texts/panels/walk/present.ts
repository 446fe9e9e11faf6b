/** The names of the ways out of the page that are on it from the start. */
export const WAY_OUT_TEXTS = { share: 'Share', openWhole: 'Open the whole page' } as const;

/** What the bar says while one presents. */
export const PRESENT_TEXTS = {
  end: 'Stop presenting',
  hold: { shown: 'Hold the verdict', held: 'Show the verdict', revealed: 'Hold no more' },
} as const;

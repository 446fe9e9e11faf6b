export const TRACKER_TEXTS = {
  title: 'Variable tracker',
  box: 'Variable tracker, scrollable',
  view: 'Steps in the tracker',
  checkpoints: 'Checkpoints',
  all: 'All steps',
  variable: 'Variable',
  changed: 'changed',
  sayColumn: (step: number) => (step === 0 ? 'Start' : `Step ${step}`),
  /** Parts a column's title into what is only heard, and what is written. */
  splitTitle: (title: string): readonly [heard: string, written: string] => {
    const [after = '', short] = title.split(/(?<=^After )/);
    return short ? [after, short] : ['', title];
  },
  open: 'Open a variable by its name to see its value in full.',
  sayOpen: (variable: string) => `${variable} in full, at this step:`,
} as const;

/** What is wrong with an address; what it says itself comes in quotes. */
export const ADDRESS_NOTICES = {
  tooLong: 'The address is too long to be read, so the page shows the start.',
  badEncoding: 'A part of the address is badly encoded and was left out.',
  sayTwice: (key: string) => `The address says ${key} more than once; the first one counts.`,
  /** Names a few of the parts; there may be more. */
  sayUnknown: (parts: readonly string[], hasMore: boolean) =>
    `The address has parts that mean nothing here: ${parts.join(', ')}${hasMore ? ' and more' : ''}.`,
  sayNoScenario: (scenario: string) =>
    `The address names the scenario ${scenario}, which does not exist.`,
  sayNoScenarioOfRun: (scenario: string) =>
    `The address names the scenario ${scenario}, which does not exist, nor does its what-if.`,
  sayNoColumns: (columns: string) =>
    `The address says columns=${columns}; there are both, session and token.`,
  sayNoView: (view: string) =>
    `The address says view=${view}; there are walk, breaks, try, check, reference and handout.`,
  sayNoSwitch: (key: string, value: string) =>
    `The address says ${key}=${value}; there are 0 and 1.`,
  sayNoWay: (way: string) => `The address names the way to learn ${way}, which does not exist.`,
  sayNoList: (list: string) => `The address names the list ${list}, which does not exist.`,
  sayNoNumber: (step: string) => `The step ${step} is no number, so this is the start.`,
  sayBeforeStart: (step: string) => `There is no step ${step}, so this is the start.`,
  sayPastEnd: (step: string, lastStep: number) =>
    `There is no step ${step}, so this is the last one, ${lastStep}.`,
  sayBetween: (step: string, shown: number) =>
    `There is no step ${step}, so this is step ${shown}.`,
} as const;

/** What the page's controls say for themselves, whatever they are used for. */
export const CONTROL_TEXTS = {
  close: 'Close',
  copied: 'Copied',
  notCopied: 'Not copied: refused',
  tryAgain: 'Try again',
  sayBroken: (name: string) => `${name} ran into an error. The rest of the page works.`,
  sayLoading: (name: string) => `${name}: loading …`,
  sayOffline: (name: string) => `${name}: waiting for the network.`,
  sayNotLoaded: (name: string) => `${name} could not be loaded.`,
} as const;

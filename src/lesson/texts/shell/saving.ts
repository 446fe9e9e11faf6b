/** What stands beside a button that saves, where it is not sure that a file comes of it. */
export const SAVING_TEXTS = {
  mayBeBlocked:
    'No file? The page around this one may forbid saving, and does not say so. Nothing is lost: copy it instead.',
  copy: 'Copy instead',
  /** The name of the box with the text that was to be saved. */
  text: 'What was to be saved',
  mayBeBlockedLink:
    'No file? The page around this one may forbid saving, and does not say so. Open the address in a tab of its own.',
  address: 'Address of the file',
  copyAddress: 'Copy address',
  offline: 'It is not kept for use without a network: save it when you are online again.',
} as const;

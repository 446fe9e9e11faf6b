/** Stands in place of the page when an error took all of it away. */
export const LAST_NOTICE = {
  stopped: 'The page stopped because of an error.',
  start: 'Open it at the start',
} as const;

export const NOTICES_TEXTS = {
  name: 'Notices',
  dismiss: 'Dismiss',
} as const;

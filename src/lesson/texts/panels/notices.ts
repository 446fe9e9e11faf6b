export const NOTICES_TEXTS = {
  name: 'Notices',
  dismiss: 'Dismiss',
  sayMore: (more: number) => `${more} more`,
} as const;

export const STAGE_TEXTS = {
  name: 'Client and server',
  heading: 'Stage',
  client: 'Client',
  empty: 'empty',
  gone: 'thrown away',
} as const;

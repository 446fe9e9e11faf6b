export const STAGE_TEXTS = {
  name: 'Client and server',
  heading: 'Stage',
  client: 'Client',
  empty: 'empty',
  gone: 'thrown away',
  /** Opens what else there is to say of a step, of all of them from then on. */
  why: 'Why?',
} as const;

export const AROUND_TEXTS = {
  nothingStolen: 'has stolen nothing',
  forces: 'makes the browser send',
  empty: 'empty',
  users: 'Users’ database',
} as const;

export const AROUND_TEXTS = {
  nothingStolen: 'has stolen nothing',
  forces: 'makes the browser send',
  empty: 'empty',
  secondServer: 'Second server',
  users: 'Users’ database',
} as const;

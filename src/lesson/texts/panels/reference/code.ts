import type { RichText } from '../../../telling.ts';

/** Stands after the link, in one sentence with it. */
const TAKEN_HOME: RichText = [
  ': both servers, the client and a request file, these very bytes. Run it with ',
  { code: 'npm install && npm start' },
  '.',
];

/** Stands after its link, in one sentence with it. */
const OWN_SERVER: RichText = [
  ', one file that needs Node.js alone: ',
  { code: 'node check-server.mjs URL --username NAME' },
  ' finds out how it is asked, plays the walk against it, and says what is wrong and why that matters.',
];

export const CODE_TEXTS = {
  title: 'Code sample',
  file: 'File',
  start: 'The code of the servers that the messages were checked against.',
  sayActing: (files: readonly string[]) => `Acting now: ${files.join(', ')}.`,
  takeHome: 'Take it home',
  takenHome: TAKEN_HOME,
  checkServer: 'Check your own server',
  ownServer: OWN_SERVER,
} as const;

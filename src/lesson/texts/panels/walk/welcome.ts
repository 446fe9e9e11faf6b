import type { RichText } from '../../../telling.ts';

const SESSION: RichText = [
  'A ',
  { term: 'session-based', text: 'session' },
  ' is a ',
  { term: 'record', text: 'record' },
  ' on the server; the browser carries only ',
  { term: 'session-id', text: 'its ID' },
  '.',
];

const TOKEN: RichText = [
  'A ',
  { term: 'token', text: 'token' },
  ' carries the record itself, ',
  { term: 'signature', text: 'signed' },
  '; the server keeps nothing.',
];

/** What the page is, before anything else of it is read, and where one begins. */
export const WELCOME_TEXTS = {
  title: 'Session-based and token-based auth, step by step',
  session: SESSION,
  token: TOKEN,
  start: 'Start',
  /** The key that does the same. */
  startKey: '→',
  sayInvitation: (steps: number) => `${steps} steps, both ways at once.`,
} as const;

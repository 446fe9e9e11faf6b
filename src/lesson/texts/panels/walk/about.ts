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

export const ABOUT_TEXTS = {
  title: 'Session-based and token-based auth, step by step',
  /** What the page is, before anything else of it is read. */
  session: SESSION,
  token: TOKEN,
  start: 'Start',
  /** The key that does the same. */
  startKey: '→',
  sayInvitation: (steps: number) => `${steps} steps, both ways at once.`,
  sayName: (title: string) => `About: ${title}`,
  /** In place of the answer, as long as it is still to be guessed. */
  sayAsked: (step: number) => `You are asked what you expect before step ${step}.`,
  /** The same where nobody is asked. */
  sayHeld: (step: number) => `What comes of it is told at step ${step}.`,
  show: 'Show the answer',
  more: 'More',
  less: 'Less',
  sources: 'Sources',
} as const;

import type { PairId } from '../../exercises/pairs.ts';
import type { Which } from '../../told/question.ts';
import { PREDICT_TEXTS } from '../panels/check/predict.ts';

/** What is said of a pair: its name, before the answer, and what it shows, after it. */
export interface PairWords {
  readonly name: string;
  readonly principle: string;
}

export const PAIR_WORDS: Readonly<Record<PairId, PairWords>> = {
  'deny-list': {
    name: 'A stolen token after the logout',
    principle:
      'A token stays as it was given out. To refuse one of them before its exp, the server has to keep something about it, and look at that at each request.',
  },
  destroy: {
    name: 'What the logout does to the record',
    principle: 'A session ends when its record goes. Without a record, no copy of the ID opens.',
  },
  exp: {
    name: 'A copy, now and later',
    principle:
      'What no server can take back ends by its own time, and that was fixed at the login.',
  },
  ban: {
    name: 'A user is banned',
    principle:
      'The server that looks the user up at each request sees the ban, whatever it was shown: here the session server alone does. With the same look-up the token server would refuse too.',
  },
  store: {
    name: 'A restart, and where the records are',
    principle: 'What is kept in the process goes with it. What is kept outside of it stays.',
  },
  'two-servers': {
    name: 'A second server',
    principle: 'An ID opens where its record is. A token opens wherever the secret is.',
  },
  'same-site': {
    name: 'A form of another site',
    principle:
      'The browser adds a cookie by itself. SameSite tells it for which sites; a token in a header is added by the page’s own code.',
  },
  'kept-in': {
    name: 'Where the token is kept, and another site',
    principle:
      'Not the kind of credential decides about forged forms, but who adds it to a request.',
  },
  'http-only': {
    name: 'A foreign script that reads',
    principle:
      'HttpOnly keeps a script from reading the cookie. What is in localStorage every script of the page reads.',
  },
  verify: {
    name: 'A changed payload',
    principle: 'Anybody can write a payload. Only the check of the signature tells whose it is.',
  },
  rolling: {
    name: 'Twenty minutes of work',
    principle:
      'A record gets a later end with each use, and the browser’s cookie does where each answer sets it anew. The end in a token cannot be moved.',
  },
};

export const PAIR_TEXTS = {
  next: 'Next pair',
  all: 'All pairs',
  principle: 'Principle',
  show: 'See it on the stage',
  differs: 'The one thing that differs',
  beside: 'Both runs, side by side',
  runNames: ['First run', 'Second run'],
  sayWithout: (label: string) => `Without “${label}”`,
  sayAfter: (label: string) => `After “${label}”`,
  sayQuestion: (question: string) => `In each of the two runs: ${question}`,
  sayAnswer: (first: Which, second: Which) =>
    `First: ${PREDICT_TEXTS.sayWhich(first)} · Second: ${PREDICT_TEXTS.sayWhich(second)}`,
} as const;

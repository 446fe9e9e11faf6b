import { END, LOGIN, REPLAY, REQUEST, STEAL, toScenarios, wait } from './toScenarios.ts';

const PART = 600;

export const TIME = toScenarios([
  {
    id: 'expires-unused',
    title: 'Nobody uses it, and it expires',
    question: 'What is left after 15 minutes of doing nothing?',
    actions: [LOGIN, wait(899), REQUEST, wait(900), REQUEST, END],
  },
  {
    id: 'session-slides',
    title: 'The session slides with use',
    question: 'Does using it keep it alive?',
    change: { session: { rolling: true } },
    actions: [LOGIN, wait(PART), REQUEST, wait(PART), REQUEST, END],
  },
  {
    id: 'browser-cookie-does-not-slide',
    title: 'The browser’s cookie does not slide',
    question: 'Why am I logged out after 15 minutes of work?',
    actions: [LOGIN, STEAL, wait(PART), REQUEST, wait(PART), REQUEST, REPLAY, END],
  },
  {
    id: 'token-does-not-slide',
    title: 'The token does not slide',
    question: 'Does a token live longer when it is used?',
    change: { session: { rolling: true } },
    actions: [LOGIN, wait(PART), REQUEST, { type: 'wait', until: 'token' }, REQUEST, END],
  },
  {
    id: 'absolute-timeout',
    title: 'The session slides, up to an absolute end',
    question: 'Can somebody stay logged in for ever by not going away?',
    change: { session: { rolling: true, absoluteLifetime: 1800 } },
    actions: [LOGIN, wait(PART), REQUEST, wait(PART), REQUEST, wait(PART), REQUEST, END],
  },
  {
    id: 'no-max-age',
    title: 'A session without maxAge',
    question: 'When does a session end that nobody gave an end?',
    change: { session: { lifetime: null } },
    actions: [LOGIN, wait(10 * 365 * 86_400), REQUEST, END],
  },
]);

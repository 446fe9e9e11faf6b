import { END, LOGIN, LOGOUT, REPLAY, REQUEST, STEAL, toScenarios, wait } from './toScenarios.ts';

const PART = 600;
const YEAR = 365 * 86_400;

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
    question: 'Does using a session keep it alive?',
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
    id: 'token-not-before',
    title: 'A token that is not valid yet',
    question: 'My new token is refused: what is nbf?',
    change: { token: { notBefore: 30 } },
    actions: [LOGIN, { type: 'request' }, wait(30), REQUEST, END],
  },
  {
    id: 'expires-at-boot',
    title: 'Expires worked out at boot',
    question: 'Why can nobody log in since this morning, until I restart?',
    change: { session: { expiresAtBoot: true } },
    actions: [LOGIN, REQUEST, wait(900), LOGIN, REQUEST, { type: 'restart' }, LOGIN, REQUEST, END],
  },
  {
    id: 'lifetime-wrong-unit',
    title: 'A lifetime in the wrong unit',
    question: 'I wrote 3600 for an hour: why is everybody out after seconds?',
    change: {
      session: { lifetime: 3600, maxAgeInSeconds: true },
      token: { lifetime: 3600, expiresInAsText: true },
    },
    actions: [LOGIN, REQUEST, wait(3), REQUEST, END],
  },
  {
    id: 'token-without-exp',
    title: 'A token without exp',
    question: 'What if a token has no exp?',
    change: { token: { noExp: true } },
    actions: [LOGIN, STEAL, LOGOUT, wait(YEAR), REPLAY, END],
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

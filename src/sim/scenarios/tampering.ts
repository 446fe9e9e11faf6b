import type { Action } from '../action.ts';
import { END, LOGIN, REQUEST, toScenarios } from './toScenarios.ts';

const NAIVE = { token: { verifier: 'naive' } } as const;
const tamper = (part: 'sid' | 'signature' | 'payload' | 'lastLetter'): readonly Action[] => [
  LOGIN,
  { type: 'tamper', part },
  REQUEST,
  END,
];
const forge = (how: 'unsigned' | 'otherSecret' | 'otherAlgorithm'): readonly Action[] => [
  LOGIN,
  { type: 'forge', how },
  END,
];

export const TAMPERING = toScenarios([
  {
    id: 'tampered-sid',
    title: 'One bit of the session ID changed',
    question: 'Can I try other people’s session IDs?',
    actions: tamper('sid'),
  },
  {
    id: 'tampered-signature',
    title: 'One bit of the signature changed',
    question: 'How exactly must a signature fit?',
    actions: tamper('signature'),
  },
  {
    id: 'tampered-payload',
    title: 'Another user in the payload',
    question: 'Can I write another name into my token?',
    actions: tamper('payload'),
  },
  {
    id: 'tampered-last-letter',
    title: 'The last letter changed',
    question: 'Why is the last letter of a token a bad demonstration?',
    actions: tamper('lastLetter'),
  },
  {
    id: 'forged-secret',
    title: 'Signed with another secret',
    question: 'What if I sign a token myself?',
    actions: forge('otherSecret'),
  },
  {
    id: 'alg-none',
    title: 'A token with alg none',
    question: 'Does alg none still work?',
    actions: forge('unsigned'),
  },
  {
    id: 'alg-not-listed',
    title: 'An algorithm that is not on the list',
    question: 'A right signature by HS512: is it accepted?',
    actions: forge('otherAlgorithm'),
  },
  {
    id: 'alg-none-naive-verifier',
    title: 'alg none, and a deliberately naive verifier',
    question: 'What did alg none do to verifiers that believed it?',
    change: NAIVE,
    actions: forge('unsigned'),
  },
  {
    id: 'alg-not-listed-naive-verifier',
    title: 'No list of algorithms: a deliberately naive verifier',
    question: 'What is the list of algorithms for?',
    change: NAIVE,
    actions: forge('otherAlgorithm'),
  },
  {
    id: 'decoded-not-verified',
    title: 'Another user in the payload, and a server that only decodes',
    question: 'Is it enough to decode a JWT, or must the server verify it?',
    change: { token: { verifier: 'decode' } },
    actions: [
      LOGIN,
      { type: 'tamper', part: 'payload' },
      { type: 'tamper', part: 'signature', fold: true },
      END,
    ],
  },
]);

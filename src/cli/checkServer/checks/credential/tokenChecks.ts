import type { Bench } from '../../control/bench.ts';
import { withCredential, withToken } from '../../control/bench.ts';
import { changeLetter } from '../../credential/changeLetter.ts';
import { changePayload, dropSignature, type TokenParts } from '../../credential/jwt.ts';
import type { Holder } from '../../discover/holder.ts';
import { tryForgeries } from '../attackVerdict.ts';
import { type Check, JWT_KINDS, skip } from '../check.ts';

/** Makes a check that presents forged tokens. */
function check(
  parts: Omit<Check, 'kinds' | 'run' | 'worst' | 'step'>,
  forge: (token: TokenParts) => readonly string[],
): Check {
  return {
    ...parts,
    step: 7,
    kinds: JWT_KINDS,
    worst: 'fail',
    async run(bench) {
      const { jwt } = bench.found;
      if (!jwt) return skip('the token is no JWT');
      const forgeries = forge(jwt).map(
        (token) => (holder: Holder) => withToken(bench.found, holder, token),
      );
      return tryForgeries(bench, forgeries);
    },
  };
}

const GARBAGE = ['garbage', 'a.b.c', 'eyJhbGciOiJIUzI1NiJ9.bnVsbA.AAAA', 'e30.e30.'];

export const TOKEN_CHECKS: readonly Check[] = [
  check(
    {
      id: 'token.payload',
      expected: 'a token with a changed payload is refused',
      why: 'Otherwise everybody writes any user’s name into it. jwt.decode() checks nothing: jwt.verify() does.',
    },
    (jwt) => [changePayload(jwt)],
  ),
  check(
    {
      id: 'token.signature',
      expected: 'a token with a changed signature, or with none, is refused',
      why: 'The signature is the whole proof: unchecked, it proves nothing.',
      follows: ['token.payload'],
    },
    ({ raw: [header, payload, signature] }) => [
      `${header}.${payload}.${changeLetter(signature)}`,
      `${header}.${payload}.`,
    ],
  ),
  check(
    {
      id: 'token.none',
      expected: 'a token with alg none and no signature is refused',
      why: 'The token would choose how it is verified, and choose not at all. Give verify() a list: algorithms: ["HS256"].',
      follows: ['token.payload', 'token.signature'],
    },
    dropSignature,
  ),
  {
    id: 'token.malformed',
    step: 7,
    kinds: ['bearer', 'opaque', 'token cookie'],
    worst: 'fail',
    expected: 'what is no token is refused with a 4xx status',
    why: 'A token that is none is a mistake of whoever sends it: a 500 says that the server failed, and anybody can bring that about.',
    follows: ['token.payload', 'token.signature', 'token.tampered'],
    run: (bench: Bench) =>
      tryForgeries(
        bench,
        GARBAGE.map((text) => (holder) => withCredential(bench.found, holder, text)),
        undefined,
        GARBAGE,
      ),
  },
];

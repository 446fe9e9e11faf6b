import type { Bench } from '../../control/bench.ts';
import { parseToken } from '../../credential/jwt.ts';
import { readOwnData } from '../../credential/ownData.ts';
import {
  decodeValue,
  readCookieJwt,
  readSessionData,
  readWrittenData,
  splitSigned,
} from '../../credential/signedCookie.ts';
import { type Leaf, listLeaves } from '../../wire/reply.ts';
import { ALL_KINDS, type Check, pass, say } from '../check.ts';
import { findPassword } from '../routes/findPassword.ts';

/** What a login gave the browser to keep: its cookies, and its tokens. */
function listKept({ logins, found }: Bench): (readonly [string, string])[] {
  const holder = logins[0]?.holder;
  const cookies = [...(holder?.visitor.sent.values() ?? [])].map(
    ({ name, value }) => [`the cookie ${name}`, value] as const,
  );
  const tokens = (holder?.tokens ?? []).map(({ field, token }) => [field, token] as const);
  // Of the JWT that carries the login `token.claims` tells.
  const isOwn = (value: string) => found.jwt?.raw.join('.') === (readCookieJwt(value) ?? value);
  return [...cookies, ...tokens].filter(([, value]) => value !== '' && !isOwn(value));
}

/** Takes a value apart as far as anybody can read it. */
function readKept(value: string): Leaf[] {
  const text = decodeValue(value);
  const own = readOwnData(text);
  const data =
    parseToken(readCookieJwt(value) ?? '')?.claims ??
    readWrittenData(value) ??
    readSessionData(value) ??
    own?.data;
  const { id } = splitSigned(value);
  const texts = [text, id, id.replaceAll('+', ' '), own?.text ?? ''];
  const pieces = [...texts, ...texts.flatMap((each) => each.split(/[:|,;&=]/))];
  return [
    ...(data ? listLeaves(data) : []),
    ...pieces.map((piece) => ({ path: [], value: piece })),
  ];
}

export const KEPT_CHECKS: readonly Check[] = [
  {
    id: 'credential.password',
    step: 4,
    kinds: ALL_KINDS,
    worst: 'fail',
    expected: 'no cookie and no token holds the password, or what it is kept as',
    why: 'A signature keeps nobody from reading, nor does base64: the password lies in the browser, and goes along with each request. Keep an ID, or the user’s name.',
    async run(bench) {
      for (const [name, value] of listKept(bench)) {
        const found = findPassword(readKept(value), bench.settings, 'its value');
        if (found !== null) return say('fail', `${name}: ${found.came}`, found.advice);
      }
      return pass('it does not');
    },
  },
];

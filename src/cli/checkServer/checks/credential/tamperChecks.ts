import type { Bench } from '../../control/bench.ts';
import { readCredential, withCookie, withCredential } from '../../control/bench.ts';
import { changeLetter } from '../../credential/changeLetter.ts';
import {
  decodeValue,
  readSessionData,
  splitSigned,
  writeSessionData,
} from '../../credential/signedCookie.ts';
import type { Holder } from '../../discover/login.ts';
import { tryForgeries } from '../attackVerdict.ts';
import { type Check, skip } from '../check.ts';

/** Splits a value at its last dot: a signature stands behind it, percent-encoded or not. */
function splitRaw(value: string): readonly [string, string] {
  const dot = value.lastIndexOf('.');
  return [value.slice(0, dot), value.slice(dot + 1)];
}

/** Returns the data of a client-side session with one more member, written as it was. */
export function changeData(value: string): string {
  const data = readSessionData(value);
  const [head = '', ...rest] = decodeValue(value).split('.');
  if (!data) return changeLetter(value);
  const written = writeSessionData({ ...data, forged: true });
  const kept = head.includes('=') ? written : written.replace(/=+$/, '');
  return [kept, ...rest].join('.');
}

const sigOf = ({ found: { carrier } }: Bench) =>
  carrier.in === 'cookie' && carrier.all.includes(`${carrier.name}.sig`)
    ? `${carrier.name}.sig`
    : null;

const hasInnerSignature = (value: string) =>
  splitSigned(value).signature !== null || decodeValue(value).includes('.');

export const TAMPER_CHECKS: readonly Check[] = [
  {
    id: 'cookie.tampered',
    step: 7,
    kinds: ['session', 'data'],
    worst: 'fail',
    expected: 'a cookie with a changed value is refused',
    why: 'Somebody else’s session would be a matter of trying, or of writing.',
    async run(bench) {
      const forge = (holder: Holder) => {
        const value = readCredential(bench.found, holder);
        if (bench.found.kind === 'data')
          return withCredential(bench.found, holder, changeData(value));
        const isSigned = splitSigned(value).signature !== null;
        const [head, tail] = splitRaw(value);
        const forged = isSigned ? `${changeLetter(head)}.${tail}` : changeLetter(value);
        return withCredential(bench.found, holder, forged);
      };
      return tryForgeries(bench, [forge]);
    },
  },
  {
    id: 'cookie.signature',
    step: 7,
    kinds: ['session', 'data'],
    worst: 'fail',
    expected: 'a cookie with a changed signature is refused',
    why: 'A signature that nobody checks keeps no invented value out.',
    follows: ['cookie.tampered'],
    async run(bench) {
      const sig = sigOf(bench);
      const { found } = bench;
      if (sig !== null) {
        const forge = (holder: Holder) =>
          withCookie(holder, sig, changeLetter(holder.visitor.jar.get(sig) ?? ''));
        return tryForgeries(bench, [forge]);
      }
      const value = readCredential(found, bench.holder());
      if (!hasInnerSignature(value)) return skip('the cookie carries no signature');
      const forge = (holder: Holder) => {
        const [head, tail] = splitRaw(readCredential(found, holder));
        return withCredential(found, holder, `${head}.${changeLetter(tail)}`);
      };
      return tryForgeries(bench, [forge]);
    },
  },
];

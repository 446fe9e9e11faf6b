import type { Bench } from '../../control/bench.ts';
import { readCredential, withCookie, withCredential } from '../../control/bench.ts';
import { changeLetter } from '../../credential/changeLetter.ts';
import {
  decodeValue,
  readSessionData,
  readWrittenData,
  replaceSigned,
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

/** Returns a value that says something else, written and signed as it was. */
export function changeValue(value: string): string {
  const written = readWrittenData(value);
  if (written) {
    const [prefix = ''] = /^j:/.exec(splitSigned(value).id) ?? [];
    return replaceSigned(value, prefix + JSON.stringify({ ...written, forged: true }));
  }
  const data = readSessionData(value);
  if (!data) {
    const [head, tail] = splitRaw(value);
    return splitSigned(value).signature === null
      ? changeLetter(value)
      : `${changeLetter(head)}.${tail}`;
  }
  const [head = '', ...rest] = decodeValue(value).split('.');
  const changed = writeSessionData({ ...data, forged: true });
  const kept = head.includes('=') ? changed : changed.replace(/=+$/, '');
  return [kept, ...rest].join('.');
}

const sigOf = ({ found: { carrier } }: Bench) =>
  carrier.in === 'cookie' && carrier.all.includes(`${carrier.name}.sig`)
    ? `${carrier.name}.sig`
    : null;

const hasInnerSignature = (value: string) =>
  splitSigned(value).signature !== null ||
  (decodeValue(value).includes('.') && readWrittenData(value) === null);

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
        return withCredential(bench.found, holder, changeValue(value));
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

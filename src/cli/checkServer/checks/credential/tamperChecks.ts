import type { Bench } from '../../control/bench.ts';
import { readCredential, withCookie, withCredential } from '../../control/bench.ts';
import { changeLetter } from '../../credential/changeLetter.ts';
import { listForgeries, splitRaw } from '../../credential/forgeValue.ts';
import { decodeValue, readWrittenData, splitSigned } from '../../credential/signedCookie.ts';
import type { Holder } from '../../discover/holder.ts';
import { leaveCrash, tryForgeries } from '../attackVerdict.ts';
import { type Check, skip } from '../check.ts';

const sigOf = ({ found: { carrier } }: Bench) =>
  carrier.in === 'cookie' && carrier.all.includes(`${carrier.name}.sig`)
    ? `${carrier.name}.sig`
    : null;

const hasInnerSignature = (value: string) =>
  splitSigned(value).signature !== null ||
  (decodeValue(value).includes('.') && readWrittenData(value) === null);

/** Makes forgeries of what somebody holds: as many as there are of it now. */
const listCredentialForgeries = ({ found, holder }: Bench) =>
  listForgeries(readCredential(found, holder())).map((_, i) => (someone: Holder) => {
    const forged = listForgeries(readCredential(found, someone))[i];
    return withCredential(found, someone, forged ?? '');
  });

/** Returns what is no signature any more: changed, cut, and none, as a comparison of beginnings lets in. */
const breakSignature = (signature: string): readonly string[] => [
  changeLetter(signature),
  signature.slice(0, signature.length / 2).replace(/%.?$/, ''),
  '',
];

const GARBAGE = ['garbage', 'bnVsbA'];

export const TAMPER_CHECKS: readonly Check[] = [
  {
    id: 'cookie.tampered',
    step: 7,
    kinds: ['session', 'data'],
    worst: 'fail',
    expected: 'a cookie with a changed value is refused',
    why: 'Somebody else’s session would be a matter of trying, or of writing.',
    async run(bench) {
      return leaveCrash(await tryForgeries(bench, listCredentialForgeries(bench)));
    },
  },
  {
    id: 'cookie.signature',
    step: 7,
    kinds: ['session', 'data'],
    worst: 'fail',
    expected: 'a cookie with a changed, cut or empty signature is refused',
    why: 'A signature that nobody checks keeps no invented value out.',
    follows: ['cookie.tampered'],
    async run(bench) {
      const sig = sigOf(bench);
      const { found } = bench;
      if (sig !== null) {
        const forgeries = breakSignature('').map((_, i) => (holder: Holder) => {
          const broken = breakSignature(holder.visitor.jar.get(sig) ?? '')[i] ?? '';
          return withCookie(holder, sig, broken);
        });
        return leaveCrash(await tryForgeries(bench, forgeries));
      }
      const value = readCredential(found, bench.holder());
      if (!hasInnerSignature(value)) return skip('the cookie carries no signature');
      const forgeries = breakSignature('').map((_, i) => (holder: Holder) => {
        const [head, tail] = splitRaw(readCredential(found, holder));
        return withCredential(found, holder, `${head}.${breakSignature(tail)[i] ?? ''}`);
      });
      return leaveCrash(await tryForgeries(bench, forgeries));
    },
  },
  {
    id: 'cookie.malformed',
    step: 7,
    kinds: ['session', 'data'],
    worst: 'fail',
    expected: 'what is no cookie of the server’s is refused with a status below 500',
    why: 'A cookie that is none is a mistake of whoever sends it: a 500 says that the server failed, and anybody can bring that about.',
    follows: ['cookie.tampered'],
    run: (bench) =>
      tryForgeries(bench, [
        ...listCredentialForgeries(bench),
        ...GARBAGE.map((text) => (holder: Holder) => withCredential(bench.found, holder, text)),
      ]),
  },
  {
    id: 'token.tampered',
    step: 7,
    kinds: ['opaque'],
    worst: 'fail',
    expected: 'a changed token is refused',
    why: 'Whoever can write a token is whoever he likes. What it holds has to be signed, and the signature looked at; or take 32 random bytes, and look them up.',
    run: async (bench) => leaveCrash(await tryForgeries(bench, listCredentialForgeries(bench))),
  },
];

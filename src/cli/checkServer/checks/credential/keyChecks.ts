import { type Bench, withToken } from '../../control/bench.ts';
import { findPublicKeys } from '../../control/publicKeys.ts';
import { forgeToken, signWithHs256, type TokenParts } from '../../credential/jwt.ts';
import { makeOwnKey, type OwnKey } from '../../credential/ownKey.ts';
import type { Holder } from '../../discover/holder.ts';
import { leaveCrash, toVerdict, tryForgeries } from '../attackVerdict.ts';
import { type Check, JWT_KINDS, say, skip, type Verdict } from '../check.ts';
import { withKeyPage } from './keyServer.ts';

/** Makes a check of who chooses the key that a token is verified with. */
function check(
  parts: Omit<Check, 'kinds' | 'run' | 'worst' | 'step' | 'follows'>,
  look: (token: TokenParts, bench: Bench) => Promise<Verdict>,
): Check {
  return {
    ...parts,
    step: 7,
    kinds: JWT_KINDS,
    worst: 'fail',
    follows: ['token.payload', 'token.signature', 'token.none'],
    run: async (bench) =>
      bench.found.jwt ? look(bench.found.jwt, bench) : skip('the token is no JWT'),
  };
}

const isShared = ({ header }: TokenParts) => /^HS/.test(String(header.alg));

const toForgeries = ({ found }: Bench, tokens: readonly string[]) =>
  tokens.map((token) => (holder: Holder) => withToken(found, holder, token));

/** What `token.malformed` says of a server that fails need not be said again. */
const attack = async (bench: Bench, tokens: readonly string[]) =>
  leaveCrash(await tryForgeries(bench, toForgeries(bench, tokens)));

/** Makes a key for a token’s own algorithm; where that is a shared secret’s, for one of signatures. */
const makePair = (bench: Bench, token: TokenParts) =>
  bench.once(
    'own key',
    async (): Promise<OwnKey | null> =>
      makeOwnKey(isShared(token) ? 'ES256' : String(token.header.alg)),
  );

/** Names a key by its address in the header, and tells whether the server asks there. */
function tryAddress(
  bench: Bench,
  token: TokenParts,
  { alg, jwk, sign }: OwnKey,
  name: 'jku' | 'x5u',
): Promise<Verdict> {
  const kid = String(token.header.kid ?? 'check-server');
  return withKeyPage({ keys: [{ ...jwk, kid, alg, use: 'sig' }] }, async ({ url, visits }) => {
    const forged = forgeToken(token, { alg, kid, [name]: url }, sign);
    const came = await bench.attack((holder) => withToken(bench.found, holder, forged));
    const verdict = leaveCrash(toVerdict(came));
    const isAsked = visits() > 0;
    if (verdict.mark === 'fail') return say('fail', `with ${name}: ${verdict.came}`);
    return isAsked
      ? say('warn', `the server fetched ${name}, which can be any address, from inside`)
      : verdict;
  });
}

/** Anybody can have these files, or none, so that the key is empty. */
const KEY_NAMES = [`${'../'.repeat(10)}dev/null`, '/dev/null', 'check-server-no-such-key'];

export const KEY_CHECKS: readonly Check[] = [
  check(
    {
      id: 'token.confusion',
      expected: 'a token signed by HMAC, with the public key for a secret, is refused',
      why: 'The public key is nobody’s secret: whoever has it would sign what he likes. Give verify() the one algorithm of the key: algorithms: ["RS256"].',
    },
    async (token, bench) => {
      if (isShared(token)) return skip('the key is a secret, and no public one');
      const keys = await findPublicKeys(bench);
      if (keys.length === 0) return skip('no page shows the public key (--public-key)');
      return attack(
        bench,
        keys.map((key) => signWithHs256(token, {}, key)),
      );
    },
  ),
  check(
    {
      id: 'token.ownKey',
      expected: 'a token that brings the key to verify it with is refused',
      why: 'Everybody can sign with a key of his own and put its other half into the header (jwk). The server has to know which keys are its own.',
    },
    async (token, bench) => {
      const pair = await makePair(bench, token);
      const shared = isShared(token) ? makeOwnKey('HS256') : null;
      const keys = [pair, shared].flatMap((key) => key ?? []);
      if (keys.length === 0) return skip(`no key can be made for ${token.header.alg}`);
      return attack(
        bench,
        keys.map(({ alg, jwk, sign }) => forgeToken(token, { alg, jwk }, sign)),
      );
    },
  ),
  check(
    {
      id: 'token.keyAddress',
      expected: 'a token that says where its key is to be fetched is refused, and nothing fetched',
      why: 'The address (jku, x5u) is whatever the token says: its writer signs what he likes, and has the server ask anybody, also inside. Fetch keys from an address of your own.',
    },
    async (token, bench) => {
      const pair = await makePair(bench, token);
      if (!pair) return skip(`no key can be made for ${token.header.alg}`);
      const jku = await tryAddress(bench, token, pair, 'jku');
      return jku.mark === 'pass' ? tryAddress(bench, token, pair, 'x5u') : jku;
    },
  ),
  check(
    {
      id: 'token.keyName',
      expected: 'a token whose kid leads to an empty file, or to nothing, is refused',
      why: 'Where kid becomes a path, ../../dev/null is a key that everybody knows: the empty one. Look it up in a list of your own.',
    },
    async (token, bench) => {
      if (token.header.kid === undefined) return skip('its header has no kid');
      return attack(
        bench,
        KEY_NAMES.map((kid) => signWithHs256(token, { kid }, '')),
      );
    },
  ),
];

import { listKeyTexts } from '../credential/publicKey.ts';
import { isObject, isOk, parseBody } from '../wire/reply.ts';
import { openVisitor } from '../wire/visitor.ts';
import type { Bench } from './bench.ts';

/** Where servers show what they verify with. */
const PATHS = [
  ...['/.well-known/jwks.json', '/jwks.json', '/.well-known/jwks', '/jwks', '/public-key', '/cert'],
  ...['/publickey', '/public.pem', '/.well-known/openid-configuration'],
];

/** Lists the places of the servers that were found; what a page names elsewhere is not asked. */
function listPlaces({ settings: { server }, found }: Bench): readonly URL[] {
  const { url } = found.login;
  const beside = url.origin + url.pathname.replace(/\/[^/]*\/?$/, '');
  const bases = [server.origin, server.href, url.origin, beside, found.profile.url.origin];
  const all = bases.flatMap((base) => PATHS.map((path) => base.replace(/\/+$/, '') + path));
  return [...new Set(all)].map((each) => new URL(each));
}

/** Finds the public keys of a server, in the forms in which it may keep them. @throws WireError */
export const findPublicKeys = (bench: Bench) =>
  bench.once('public keys', async (): Promise<readonly string[]> => {
    const { publicKey } = bench.settings;
    if (publicKey !== null) return listKeyTexts(publicKey);
    const places = [...listPlaces(bench)];
    const origins = places.map(({ origin }) => origin);
    for (const place of places) {
      const reply = await openVisitor(bench.net).send('GET', place);
      if (!isOk(reply)) continue;
      const texts = listKeyTexts(reply.text);
      if (texts.length > 0) return texts;
      const body = parseBody(reply);
      const named = isObject(body) ? String(body.jwks_uri) : '';
      if (!URL.canParse(named, place.href)) continue;
      const url = new URL(named, place);
      const isNew = !places.some(({ href }) => href === url.href);
      if (isNew && origins.includes(url.origin)) places.push(url);
    }
    return [];
  });

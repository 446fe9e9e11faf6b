import { createHmac } from 'node:crypto';
import { DEFAULT_SETTINGS } from '../../src/sim/settings.ts';

/** Time of all verdicts, NumericDate: five minutes into the life of the token. */
export const NOW = DEFAULT_SETTINGS.start + 300;
export const SECRET = DEFAULT_SETTINGS.token.secret;

interface Difference {
  readonly acceptedBy: 'jose' | 'jsonwebtoken';
  readonly because: string;
}

export interface BadToken {
  readonly name: string;
  readonly token: string;
  /** Left out where the two libraries agree. */
  readonly difference?: Difference;
}

const IAT = DEFAULT_SETTINGS.start;
const EXP = IAT + DEFAULT_SETTINGS.token.lifetime;
const HEADER = '{"alg":"HS256","typ":"JWT"}';
const PAYLOAD = `{"id":"abc123","iat":${IAT},"exp":${EXP}}`;

const encode = (text: string) => Buffer.from(text).toString('base64url');

/** Signs texts as they are, JSON or not. */
function sign(header: string, payload: string, secret = SECRET, hash = 'sha256'): string {
  const input = `${encode(header)}.${encode(payload)}`;
  return `${input}.${createHmac(hash, secret).update(input).digest('base64url')}`;
}

const withHeader = (fields: object, hash?: string) =>
  sign(JSON.stringify(fields), PAYLOAD, SECRET, hash);
const withClaims = (claims: object) =>
  sign(HEADER, JSON.stringify({ id: 'abc123', iat: IAT, exp: EXP, ...claims }));

/** The token that nothing is wrong with. */
export const GOOD = sign(HEADER, PAYLOAD);
const [H = '', P = '', S = ''] = GOOD.split('.');

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Changes only the two bits of the last letter that belong to no byte. */
const toTwin = (text: string) => text.slice(0, -1) + ALPHABET[ALPHABET.indexOf(text.slice(-1)) ^ 1];

const DECODES: Difference = {
  acceptedBy: 'jose',
  because: 'jose decodes the signature and compares bytes, jsonwebtoken compares the text',
};
const CLAIMS_SET: Difference = {
  acceptedBy: 'jsonwebtoken',
  because: 'RFC 7519 wants an object: jose insists, jsonwebtoken returns whatever was signed',
};
const CRIT: Difference = {
  acceptedBy: 'jsonwebtoken',
  because: 'RFC 7515 section 4.1.11 demands a refusal, jsonwebtoken does not read crit',
};
const IAT_UNREAD: Difference = {
  acceptedBy: 'jsonwebtoken',
  because: 'jose wants a NumericDate, jsonwebtoken reads iat for maxAge alone',
};

const SHAPES: readonly BadToken[] = [
  { name: 'nothing', token: '' },
  { name: 'one word', token: 'garbage' },
  { name: 'two parts', token: `${H}.${P}` },
  { name: 'four parts', token: `${GOOD}.${S}` },
  { name: 'five parts, as an encrypted one has', token: `${GOOD}.${S}.${S}` },
  { name: 'dots alone', token: '..' },
  { name: 'no header', token: `.${P}.${S}` },
  { name: 'no payload', token: `${H}..${S}` },
  { name: 'no signature', token: `${H}.${P}.` },
  { name: 'a header that is no base64url', token: `!!!.${P}.${S}` },
  { name: 'a header that is no JSON', token: sign('alg HS256', PAYLOAD) },
  { name: 'a header that is an array', token: sign('["HS256"]', PAYLOAD) },
  { name: 'a header that is null', token: sign('null', PAYLOAD) },
  { name: 'Bearer left in', token: `Bearer ${GOOD}` },
  { name: 'a space before', token: ` ${GOOD}` },
  { name: 'a line break in the middle', token: GOOD.replace('.', '.\n') },
  { name: 'a letter outside ASCII', token: GOOD.replace('e', 'é') },
  { name: 'quotation marks around', token: `"${GOOD}"` },
];

const SIGNATURES: readonly BadToken[] = [
  { name: 'another user', token: `${H}.${encode(PAYLOAD.replace('abc123', 'root'))}.${S}` },
  { name: 'a later exp', token: `${H}.${encode(PAYLOAD.replace(`${EXP}`, `${EXP + 9}`))}.${S}` },
  { name: 'another header', token: `${encode('{"alg":"HS256"}')}.${P}.${S}` },
  { name: 'the first letter of the signature', token: `${H}.${P}.${S.replace(/^./, 'A')}` },
  { name: "the last letter's twin", token: toTwin(GOOD), difference: DECODES },
  { name: 'padding', token: `${GOOD}=`, difference: DECODES },
  { name: 'a shorter signature', token: GOOD.slice(0, -2) },
  { name: 'a longer signature', token: `${GOOD}AA` },
  { name: 'another secret', token: sign(HEADER, PAYLOAD, 'another secret') },
  { name: 'a line break after the secret', token: sign(HEADER, PAYLOAD, `${SECRET}\n`) },
  { name: 'an empty secret', token: sign(HEADER, PAYLOAD, '') },
  { name: 'HMAC-SHA512 under HS256', token: sign(HEADER, PAYLOAD, SECRET, 'sha512') },
];

const ALGORITHMS: readonly BadToken[] = [
  { name: 'alg none', token: `${encode('{"alg":"none"}')}.${P}.` },
  { name: 'alg none and a signature', token: withHeader({ alg: 'none' }) },
  { name: 'alg nOnE', token: `${encode('{"alg":"nOnE"}')}.${P}.` },
  { name: 'alg HS384, rightly signed', token: withHeader({ alg: 'HS384' }, 'sha384') },
  { name: 'alg HS512, rightly signed', token: withHeader({ alg: 'HS512' }, 'sha512') },
  { name: 'alg RS256', token: withHeader({ alg: 'RS256' }) },
  { name: 'alg in lower case', token: withHeader({ alg: 'hs256' }) },
  { name: 'alg a number', token: withHeader({ alg: 256 }) },
  { name: 'no alg', token: withHeader({ typ: 'JWT' }) },
  {
    name: 'an unknown critical extension',
    token: withHeader({ alg: 'HS256', crit: ['exp2'], exp2: 1 }),
    difference: CRIT,
  },
  {
    name: 'an unencoded payload (RFC 7797) announced',
    token: withHeader({ alg: 'HS256', crit: ['b64'], b64: false }),
    difference: CRIT,
  },
  {
    name: "a key of the attacker's own",
    token: sign('{"alg":"HS256","jwk":{"kty":"oct","k":"YQ"}}', PAYLOAD, 'a'),
  },
];

const CLAIMS: readonly BadToken[] = [
  { name: 'exp passed', token: withClaims({ exp: NOW - 1 }) },
  { name: 'exp now', token: withClaims({ exp: NOW }) },
  { name: 'exp a text', token: withClaims({ exp: `${EXP}` }) },
  { name: 'exp null', token: withClaims({ exp: null }) },
  { name: 'exp negative', token: withClaims({ exp: -1 }) },
  { name: 'nbf to come', token: withClaims({ nbf: NOW + 1 }) },
  { name: 'nbf a text', token: withClaims({ nbf: `${IAT}` }) },
  {
    name: 'iat a text',
    token: withClaims({ iat: 'today' }),
    difference: IAT_UNREAD,
  },
  { name: 'a payload that is no JSON', token: sign(HEADER, 'hello') },
  { name: 'a payload that is null', token: sign(HEADER, 'null') },
  { name: 'a payload that is an array', token: sign(HEADER, '[]'), difference: CLAIMS_SET },
  { name: 'a payload that is a text', token: sign(HEADER, '"abc123"'), difference: CLAIMS_SET },
  { name: 'a payload that is a number', token: sign(HEADER, '123'), difference: CLAIMS_SET },
];

/** What looks wrong and is accepted by both, because nobody asked for it. */
export const TOLERATED_TOKENS: readonly BadToken[] = [
  { name: 'no exp', token: sign(HEADER, '{"id":"abc123"}') },
  { name: 'exp in milliseconds', token: withClaims({ exp: EXP * 1000 }) },
  { name: 'exp beyond all numbers', token: sign(HEADER, '{"id":"abc123","exp":1e400}') },
  { name: 'iat to come', token: withClaims({ iat: NOW + 60 }) },
  { name: 'an iss and an aud', token: withClaims({ iss: 'x', aud: 'y' }) },
  { name: 'typ at+jwt', token: withHeader({ alg: 'HS256', typ: 'at+jwt' }) },
  { name: 'a kid', token: withHeader({ alg: 'HS256', kid: '../key' }) },
  { name: 'a name twice', token: sign(HEADER, '{"id":"a","id":"abc123"}') },
  { name: '__proto__', token: sign(HEADER, '{"id":"abc123","__proto__":{"admin":true}}') },
];

/** What both refuse, save for the differences named. */
export const BAD_TOKENS: readonly BadToken[] = [...SHAPES, ...SIGNATURES, ...ALGORITHMS, ...CLAIMS];

import { createHmac, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import jsonwebtoken from 'jsonwebtoken';
import { describe, expect, test } from 'vitest';
import { signAgain, tamper } from '../../../src/lesson/inspect/token/change.ts';
import { listTimes, listTokenRemarks } from '../../../src/lesson/inspect/token/claims.ts';
import {
  askJsonwebtoken,
  isPem,
  type LibraryAnswer,
} from '../../../src/lesson/inspect/token/jsonwebtoken.ts';
import { readToken } from '../../../src/lesson/inspect/token/readToken.ts';
import { judgeToken } from '../../../src/lesson/inspect/token/verdict.ts';

const NOW = 1_767_225_600;
const SECRET = 'keyboard cat';

const encode = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const sign = (input: string, secret = SECRET, hash = 'sha256') =>
  createHmac(hash, secret).update(input).digest('base64url');
const make = (payload: unknown, header: unknown = { alg: 'HS256', typ: 'JWT' }) => {
  const input = `${encode(header)}.${encode(payload)}`;
  return `${input}.${sign(input)}`;
};

const MESSAGES: readonly (readonly [RegExp, LibraryAnswer])[] = [
  [/^jwt malformed$/, 'malformed'],
  [/^invalid token$/, 'invalidToken'],
  [/JSON|^Unexpected|^Expected|^Bad control|^No number|^Unterminated/, 'payloadSyntax'],
  [/^Cannot read properties of null/, 'payloadNull'],
  [/^jwt signature is required$/, 'signatureRequired'],
  [/^invalid algorithm$/, 'algorithm'],
  [/must be a symmetric key/, 'pemSecret'],
  [/^invalid signature$/, 'signature'],
  [/^invalid nbf value$/, 'nbfType'],
  [/^jwt not active$/, 'notActive'],
  [/^invalid exp value$/, 'expType'],
  [/^jwt expired$/, 'expired'],
];

/** What the real one says. */
function askReal(token: string, secret: string, now = NOW): string {
  try {
    const algorithms = ['HS256', 'HS384', 'HS512'] as const;
    jsonwebtoken.verify(token, secret, { algorithms: [...algorithms], clockTimestamp: now });
    return 'valid';
  } catch (error) {
    const message = String((error as Error).message);
    return MESSAGES.find(([text]) => text.test(message))?.[1] ?? message;
  }
}

const good = make({ id: 'ada', iat: NOW - 10, exp: NOW + 900 });
const [head = '', body = '', signature = ''] = good.split('.');
const twin = (token: string) => {
  const last = token.at(-1) ?? '';
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  // The last letter of 32 bytes has two bits that nobody reads.
  return token.slice(0, -1) + letters[letters.indexOf(last) ^ 1];
};

const TOKENS: Readonly<Record<string, string>> = {
  good,
  expired: make({ exp: NOW }),
  'about to expire': make({ exp: NOW + 1 }),
  'not yet': make({ nbf: NOW + 1 }),
  'exp as text': make({ exp: `${NOW}` }),
  'nbf as text': make({ nbf: 'x' }),
  'iat as text': make({ iat: 'x' }),
  tampered: `${head}.${encode({ id: 'eve' })}.${signature}`,
  'last letter': twin(good),
  'no signature': `${head}.${body}.`,
  'two parts': `${head}.${body}`,
  'one part': head,
  empty: '',
  'bad letter': good.replace('.', '.*'),
  padded: `${head}=.${body}.${signature}`,
  'no JSON': make('hello'),
  'no JSON, no typ': make('hello', { alg: 'HS256' }),
  'a number': make('5'),
  'a list': make([1]),
  'null, no typ': make('null', { alg: 'HS256' }),
  null: make('null'),
  'alg none': `${encode({ alg: 'none' })}.${body}.`,
  'alg none, signed': make({ id: 1 }, { alg: 'none' }),
  'alg RS256': make({ id: 1 }, { alg: 'RS256' }),
  'alg in small letters': make({ id: 1 }, { alg: 'hs256' }),
  'header no JSON': make({ id: 1 }, 'x'),
  'header null': make({ id: 1 }, 'null'),
  'header a list': make({ id: 1 }, []),
  critical: make({ id: 1 }, { alg: 'HS256', crit: ['b64'], b64: true }),
  'critical, unknown': make({ id: 1 }, { alg: 'HS256', crit: ['x'], x: 1 }),
};

describe('what jsonwebtoken is said to answer is what it answers', () => {
  // Without a token it is not asked at all.
  test.each(Object.entries(TOKENS).filter(([, token]) => token !== ''))('%s', async (_, token) => {
    expect(await askJsonwebtoken(token, SECRET, NOW)).toBe(askReal(token, SECRET));
    expect(await askJsonwebtoken(token, 'another', NOW)).toBe(askReal(token, 'another'));
  });

  test('to a PEM text', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const pems = [
      publicKey.export({ type: 'spki', format: 'pem' }).toString(),
      privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    ];
    for (const pem of pems) {
      const token = `${head}.${body}.${sign(`${head}.${body}`, pem)}`;
      expect(isPem(pem)).toBe(true);
      expect(await askJsonwebtoken(token, pem, NOW)).toBe('pemSecret');
      expect(askReal(token, pem)).toBe('pemSecret');
      expect(await judgeToken(token, pem, 'text', NOW)).toMatchObject({
        ...{ result: 'valid', disagreement: 'pem' },
      });
    }
  });

  test('to anything that is changed in a token', async () => {
    const tokens = fc.constantFrom(...Object.values(TOKENS));
    const changed = fc
      .tuple(tokens, fc.nat({ max: 250 }), fc.constantFrom('', '.', 'A', '=', 'é', 'eyJ9'))
      .map(([token, at, text]) => token.slice(0, at) + text + token.slice(at + 1));
    await fc.assert(
      fc.asyncProperty(changed, fc.constantFrom(SECRET, 'x'), async (token, secret) => {
        fc.pre(token !== '');
        expect(await askJsonwebtoken(token, secret, NOW)).toBe(askReal(token, secret));
      }),
      { numRuns: 400 },
    );
  });
});

test.each([
  ['good', 'valid', null, null],
  ['expired', 'expired', 'tokenExpired', null],
  ['not yet', 'notYet', 'tokenNotYetValid', null],
  ['exp as text', 'invalid', 'tokenClaimsInvalid', null],
  ['tampered', 'invalid', 'tokenSignatureInvalid', null],
  ['two parts', 'invalid', 'tokenMalformed', null],
  ['alg none', 'invalid', 'tokenAlgorithmNotAllowed', null],
  ['last letter', 'valid', null, 'lastLetter'],
  ['iat as text', 'invalid', 'tokenClaimsInvalid', 'claims'],
  ['a list', 'invalid', 'tokenClaimsInvalid', 'claims'],
  ['critical, unknown', 'invalid', 'tokenUnsupported', 'critical'],
])('%s is %s', async (name, result, failure, disagreement) => {
  expect(await judgeToken(TOKENS[name] ?? '', SECRET, 'text', NOW)).toMatchObject({
    ...{ result, failure, disagreement },
  });
});

test('no disagreement is left without a reason', async () => {
  for (const [name, token] of Object.entries(TOKENS)) {
    const verdict = await judgeToken(token, SECRET, 'text', NOW);
    expect(verdict, name).not.toMatchObject({ disagreement: 'unknown' });
  }
});

test('a secret may stand for bytes, and without one nothing is verified', async () => {
  const bytes = Buffer.from(SECRET);
  const result = { result: 'valid' };
  expect(await judgeToken(good, bytes.toString('base64'), 'base64', NOW)).toMatchObject(result);
  expect(await judgeToken(good, bytes.toString('base64url'), 'base64', NOW)).toMatchObject(result);
  expect(await judgeToken(good, 'ä!', 'base64', NOW)).toBe('noBase64');
  expect(await judgeToken(good, '', 'text', NOW)).toBe('noSecret');
});

describe('what is pasted', () => {
  test.each([
    good,
    `  ${good}\n`,
    `Authorization: Bearer ${good}`,
    `Bearer ${good}`,
    `"${good}"`,
    `"${good}",`,
    `JWT ${good}`,
    `token=${good}; Path=/; HttpOnly`,
    `${good}; Path=/`,
    `Set-Cookie: token=${good}; Path=/`,
    `< set-cookie: token=${good}`,
    `“${good}”`,
    `${good}...`,
    `Cookie: theme=dark; token=${good}; a=b`,
    `"token":"${good}"`,
    `{"user":{"name":"ada"},"token":"${good}","expiresIn":60}`,
    `https://a.test/?token=${good}&a=1`,
    `https://a.test/#token=${good}`,
    `const token = '${good}';`,
    `curl -H "Authorization: Bearer ${good}" https://a.test/`,
    `GET / HTTP/1.1\nHost: a.test\nAuthorization: Bearer ${good}\nAccept: */*`,
    `the token is ${good}`,
    `${good}\n${make({ id: 'grace' })}`,
    `Cookie: token=Bearer%20${good}`,
    `token=s%3A${good}.aB%2Bc%2F1`,
    `s:${good}.aBc/1+2=`,
  ])('%j is the token in it', (text) => {
    const read = { token: good, wasBroken: false, kind: 'jws', parts: 3 };
    expect(readToken(text)).toMatchObject({ ...read, hadAround: text.trim() !== good });
  });

  test('is joined where lines broke it', () => {
    const broken = `${good.slice(0, 40)}\n  ${good.slice(40)}`;
    expect(readToken(broken)).toMatchObject({ token: good, wasBroken: true, hadAround: false });
    for (const between of ['\u200b', '\\\n']) {
      const read = readToken(`${good.slice(0, 40)}${between}${good.slice(40)}`);
      expect(read).toMatchObject({ token: good, wasBroken: true, hadAround: false });
    }
    const field = `Authorization: Bearer ${broken.replace('\n', '\r\n')}`;
    expect(readToken(field)).toMatchObject({ token: good, wasBroken: true, hadAround: true });
  });

  test.each([
    [`${head}.${body}`, { signature: { problem: { type: 'missing' } } }],
    [`${head}..${signature}`, { payload: { problem: { type: 'missing' }, json: null } }],
    [
      `${head}.${body}*.x`,
      { payload: { problem: { type: 'letter', letter: '*' }, json: { id: 'ada' } } },
    ],
    [
      `${head}.${encode('hello')}.x`,
      { payload: { problem: { type: 'json' }, text: 'hello', json: null } },
    ],
    [`${head}.${encode('[1]')}.x`, { payload: { problem: { type: 'notObject' }, text: '[1]' } }],
    [
      `${head}.${encode('{"a":1}')}==.x`,
      { payload: { problem: { type: 'padding' }, json: { a: 1 } } },
    ],
    [
      `${head}.${Buffer.from([0x7b, 0xff]).toString('base64url')}.x`,
      { payload: { problem: { type: 'utf8' } } },
    ],
    [`${head}.abcde.x`, { payload: { problem: { type: 'length' } } }],
    [
      `${head}.${Buffer.from('{"a":"??>>"}').toString('base64')}.x`,
      { payload: { problem: { type: 'standardBase64' }, json: { a: '??>>' } } },
    ],
    [`${head}.a.b.c.d`, { kind: 'jwe', payload: null, header: { json: { alg: 'HS256' } } }],
    ['s:abc', { kind: 'other', parts: 1 }],
  ])('%s is decoded as far as it can be', (token, read) => {
    expect(readToken(token)).toMatchObject(read);
  });

  test('of any kind is read without an error', () => {
    fc.assert(fc.property(fc.string(), (text) => void readToken(text)));
  });
});

test('times are read, and milliseconds known', () => {
  const payload = { exp: NOW, nbf: `${NOW}`, iat: NOW * 1000, name: 'ada' };
  expect(listTimes(payload)).toEqual([
    { claim: 'iat', value: NOW * 1000, seconds: NOW * 1000, isMilliseconds: true },
    { claim: 'nbf', value: `${NOW}`, seconds: null, isMilliseconds: false },
    { claim: 'exp', value: NOW, seconds: NOW, isMilliseconds: false },
  ]);
  expect(listTimes({ exp: 1e300 })).toMatchObject([{ seconds: null }]);
});

test.each([
  [make({ exp: NOW, iat: NOW - 900 }), []],
  [make({ id: 1 }), ['noExp']],
  [make({ exp: NOW, iat: NOW }), ['expBeforeIat']],
  [make({ exp: NOW, iat: NOW - 40_000_000 }), ['longLife']],
  [make({ exp: NOW, password: 'x' }), ['secretInPayload']],
  [make({ exp: NOW }, { alg: 'None' }), ['algNone']],
  [make({ exp: NOW }, { alg: 'ES256' }), ['algPublicKey']],
])('of %s it is worth knowing %j', (token, remarks) => {
  expect(listTokenRemarks(readToken(token))).toEqual(remarks);
});

describe('an edited token', () => {
  const draft = { header: '{"alg":"HS256","typ":"JWT"}', payload: '{ "id": "eve" }' };

  test('that is tampered with keeps its old signature, and is refused', async () => {
    const { token } = tamper(draft, signature);
    expect(token).toBe(`${head}.${encode({ id: 'eve' })}.${signature}`);
    expect(await judgeToken(token ?? '', SECRET, 'text', NOW)).toMatchObject({ result: 'invalid' });
  });

  test('that is signed again is what jsonwebtoken signs', async () => {
    const { token } = await signAgain(draft, SECRET, 'text');
    expect(token).toBe(jsonwebtoken.sign({ id: 'eve' }, SECRET, { noTimestamp: true }));
    const header = '{"alg":"HS512"}';
    const { token: other } = await signAgain({ ...draft, header }, SECRET, 'text');
    expect(await judgeToken(other ?? '', SECRET, 'text', NOW)).toMatchObject({ result: 'valid' });
  });

  test.each([
    [{ ...draft, header: '{' }, SECRET, 'header'],
    [{ ...draft, payload: '[]' }, SECRET, 'payload'],
    [{ ...draft, header: '{"alg":"none"}' }, SECRET, 'algorithm'],
    [draft, '', 'secret'],
  ])('%j with the secret %j cannot be signed: %s', async (edited, secret, problem) => {
    expect(await signAgain(edited, secret, 'text')).toEqual({ token: null, problem });
  });
});

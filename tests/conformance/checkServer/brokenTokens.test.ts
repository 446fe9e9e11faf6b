import { expect, test } from 'vitest';
import { createTokenApp } from '../../../src/reference/tokenServer.js';
import { type Broken, check, expectFlaws, findCheck, listFlaws } from './check.ts';
import { REFUSED } from './plainServer.ts';
import { decode, servePlainTokens, sign, toClaims, verify } from './plainToken.ts';

const give = (token: unknown, headers = {}) =>
  servePlainTokens({ welcome: () => ({ status: 200, headers, body: { token } }) });
const giveClaims = (claims: object) =>
  servePlainTokens({
    welcome: () => ({ status: 200, body: { token: sign({ ...toClaims(), ...claims }) } }),
  });
const acceptNone = (token: string) => {
  const [header, payload] = token.split('.');
  return decode(header).alg === 'none' ? decode(payload) : verify(token);
};
const tutorial = 'your-256-bit-secret';

const BROKEN: readonly Broken[] = [
  [
    'a token without exp',
    () => giveClaims({ exp: undefined }),
    ['fail 12 token.exp'],
    /no exp; there is id, iat/,
    /for ever/,
  ],
  [
    'exp in milliseconds',
    () => giveClaims({ exp: Date.now() + 900_000 }),
    ['fail 12 token.expSeconds'],
    /exp \d{13}$/,
    /Date\.now\(\) gives milliseconds/,
  ],
  [
    'a token that is dead at birth',
    () => giveClaims({ exp: Math.floor(Date.now() / 1000) }),
    ['fail 12 token.exp'],
    /now it is/,
    /as a string, "900" means milliseconds/,
  ],
  [
    'expiresIn as a string of digits',
    () => createTokenApp({ lifetime: '900' } as object),
    ['fail 12 token.exp', 'fail 8 profile.granted'],
    /now it is/,
    /SECONDS/,
  ],
  [
    'a token for a month',
    () => giveClaims({ exp: Math.floor(Date.now() / 1000) + 30 * 86_400 }),
    ['warn 12 token.lifetime'],
    /^2592000 s$/,
    /thief/,
  ],
  [
    'alg none accepted',
    () => servePlainTokens({ read: acceptNone }),
    ['fail 7 token.none'],
    /^200 OK/,
    /algorithms: \["HS256"\]/,
  ],
  [
    'no signature checked',
    () => servePlainTokens({ read: (token) => decode(token.split('.')[1]) }),
    [
      'fail 7 token.signature',
      'fail 7 token.payload',
      'fail 7 token.none',
      'fail 7 token.malformed',
    ],
    /^200 OK/,
    /whole proof/,
  ],
  [
    'a secret out of a tutorial, and any algorithm',
    () =>
      servePlainTokens({
        welcome: () => ({ status: 200, body: { token: sign(toClaims(), tutorial) } }),
        read: (token) => verify(token, ['HS256', 'HS512'], tutorial),
      }),
    ['warn 7 token.otherAlgorithm', 'warn 7 token.secret'],
    /^200 OK/,
    /list of algorithms/,
  ],
  [
    'any password',
    () => servePlainTokens({ accepts: ({ body }) => body?.username === 'ada' }),
    ['fail 2 login.wrongPassword', 'fail 2 login.refusal', 'warn 2 login.unknownUser'],
    /^it opened the profile, after 200 OK/,
    /Whoever knows a name/,
  ],
  [
    'the password in the payload',
    () => giveClaims({ password: 'correct horse' }),
    ['fail 3 token.noSecrets'],
    /claims: id, iat, exp, password/,
    /not encrypted/,
  ],
  [
    'a token that may be cached',
    () => give(sign(toClaims()), { 'Cache-Control': 'public' }),
    ['warn 4 token.noStore'],
    /^public$/,
    /RFC 6749/,
  ],
  [
    'the words of the library',
    () =>
      servePlainTokens({
        refuse: (error) => ({ ...REFUSED, body: { error: `jwt malformed: ${error}` } }),
      }),
    ['warn 8 profile.errorText'],
    /^jwt malformed/,
    /log/,
  ],
  [
    'a crash over what is no token',
    () =>
      servePlainTokens({
        refuse: (error) => (error instanceof SyntaxError ? { status: 500 } : REFUSED),
      }),
    ['fail 7 token.malformed', 'fail 8 profile.refusal', 'warn 11 next.denied'],
    /^500/,
    /nobody caught/,
  ],
  [
    'a logout that revokes nothing',
    () => servePlainTokens({ logOut: () => ({ status: 204 }) }),
    ['warn 10 logout.revoked'],
    /^200 OK/,
    /deny-list/,
  ],
  [
    'a token under another name',
    () =>
      servePlainTokens({
        welcome: () => ({ status: 200, body: { accessToken: sign(toClaims()) } }),
      }),
    ['fail 4 token.inBody'],
    /no member "token": there is accessToken/,
    /--token-field/,
  ],
  ['a token that is no text', () => give(17), ['fail 4 token.inBody'], /no text/, /./],
  [
    'a token that no header can hold',
    () => give('two\r\nlines 鍵'),
    ['fail 6 token.travels'],
    /must not hold/,
    /header/,
  ],
  [
    'a login that answers in HTML',
    () => servePlainTokens({ welcome: () => ({ status: 200, body: '<h1>Welcome</h1>' }) }),
    ['fail 4 token.inBody'],
    /^no JSON: 200 OK with <h1>Welcome<\/h1>$/,
    /./,
  ],
  [
    'a login that redirects',
    () => servePlainTokens({ welcome: () => ({ status: 302, headers: { Location: '/home' } }) }),
    ['fail 2 login.accepted'],
    /^302 Found: a redirect to \/home, which is not followed$/,
    /./,
  ],
];

test.each(BROKEN)('%s', (...broken) => expectFlaws('token', broken));

test('an opaque token is judged by what can be tried', async () => {
  const read = (token: string) => {
    if (token !== 'opaque-1') throw new Error('unknown');
    return { id: 'abc123' };
  };
  const welcome = () => ({ status: 200, body: { token: 'opaque-1' } });
  const report = await check('token', servePlainTokens({ read, welcome }));
  expect(listFlaws(report)).toEqual(['warn 3 token.isJwt']);
  expect(findCheck(report, 'token.none').mark).toBe('not applicable');
});

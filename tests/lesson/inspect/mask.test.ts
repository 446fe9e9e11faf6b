import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LoggedExchange } from '../../../src/lesson/inspect/log/exchange.ts';
import { createMask } from '../../../src/lesson/inspect/log/mask/mask.ts';
import { maskBody, maskField } from '../../../src/lesson/inspect/log/mask/maskMessage.ts';
import { maskUrl } from '../../../src/lesson/inspect/log/mask/maskUrl.ts';
import {
  isPasswordName,
  isSecretName,
  isToken,
} from '../../../src/lesson/inspect/log/mask/names.ts';
import { tellLog } from '../../../src/lesson/inspect/log/tellLog.ts';
import { LOG_INSPECT_TEXTS } from '../../../src/lesson/texts/inspect/log.ts';

const EMPTY: LoggedExchange = {
  ...{ method: 'POST', url: 'https://a.test/login', requestHeaders: [], requestBody: null },
  ...{ status: 200, responseHeaders: [], responseBody: null, by: null, at: null },
};
const tell = (...exchanges: readonly Partial<LoggedExchange>[]) =>
  tellLog(
    // A cookie goes along, so that the exchange is shown whatever is found in it.
    exchanges.map((one) => ({ ...EMPTY, requestHeaders: [['Cookie', 'a=1'] as const], ...one })),
    0,
    async () => {},
  );

/** Names of passwords as programs and frameworks have them. */
const PASSWORDS = [
  ...['password', 'passwd', 'pass', 'pwd', 'pw', 'passcode', 'passphrase', 'userPass', 'user_pw'],
  ...['passwordConfirm', 'password_confirmation', 'confirm-password', 'newPassword2', 'PASSWORD'],
  ...[
    'user[password]',
    'user%5Bpassword%5D',
    'session[password]',
    'j_password',
    'Passwort',
    'pswd',
  ],
  ...['plainPassword', 'pass1', 'log[pwd]', 'oldPw', 'login.password', 'kennwort', 'contraseña'],
];
const SECRETS = [
  ...[
    'access',
    'refresh',
    'key',
    'apiKey',
    'api_key',
    'api-key',
    'sid',
    'connect.sid',
    'SAMLResponse',
  ],
  ...['otp_code', 'totp', 'sessionToken', 'session_id', 'PHPSESSID', 'jsessionid', 'ticket', 'jwt'],
  ...['client_secret', 'client_assertion', 'id_token', 'XSRF-TOKEN', 'authToken', 'code', 'pin'],
  ...['authenticity_token', '__RequestVerificationToken', 'token2', 'user[reset_password_token]'],
];
/** Names that nobody has thought of: what they hold is hidden, too. */
const UNKNOWN = ['x', 'data', 'foo', 'q', 'answer', 'geheim', 'ключ', 'key1', '__VIEWSTATE', 'p'];
const HARMLESS = [
  'email',
  'username',
  'user[email]',
  'grant_type',
  'message',
  'error',
  'redirect_uri',
];

test.each(PASSWORDS)('%s is the name of a password', (name) => {
  expect(isPasswordName(name)).toBe(true);
});

test.each(['email', 'passenger', 'passport', 'compass', 'bypass', 'passed', 'username', 'pwned'])(
  '%s is not',
  (name) => expect(isPasswordName(name)).toBe(false),
);

test.each(SECRETS)('%s is the name of a secret', (name) => expect(isSecretName(name)).toBe(true));

test('a weak name makes a token of what looks made up alone', () => {
  expect(isToken('access', 'opaqueopaque123456')).toBe(true);
  expect(isToken('access', 'read-write')).toBe(false);
  expect(isToken('token_type', 'Bearer-Token')).toBe(false);
  expect(isToken('csrfToken', 'abcdefgh12345678')).toBe(false);
});

describe('a value of any name but a harmless one', () => {
  const NAMES = [...PASSWORDS, ...SECRETS, ...UNKNOWN];

  test.each(NAMES)('%s is not shown, wherever it stands', async (name) => {
    const value = 'hunter2';
    const field = `${encodeURIComponent(name)}=${value}`;
    const told = await tell(
      { requestBody: JSON.stringify({ email: 'ada@a.test', [name]: value }) },
      { requestBody: JSON.stringify({ user: { [name]: [value, { [name]: value }] } }) },
      { requestBody: `email=ada&${field}&remember=on` },
      { responseBody: JSON.stringify([{ data: { [name]: value } }]) },
      { url: `https://a.test/?${field}&page=2` },
      { url: `https://a.test/home;${field}?a=1#${field}` },
      { url: `https://a.test/#/home?${field}` },
      { responseHeaders: [['Location', `/next?${field}`]] },
      { responseHeaders: [['Location', `/?next=${encodeURIComponent(`/x?${field}`)}`]] },
      {
        requestHeaders: [['Referer', `https://a.test/?${field}`]],
        responseHeaders: [['Set-Cookie', 'a=1']],
      },
    );
    expect(told.shown).toHaveLength(10);
    expect(JSON.stringify(told)).not.toContain(value);
  });

  test.each(PASSWORDS)('%s is told to be a password that is sent', async (name) => {
    for (const requestBody of [
      JSON.stringify({ [name]: 'hunter2' }),
      `a=1&${encodeURIComponent(name)}=hunter2`,
      `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\nhunter2\r\n--x--`,
    ]) {
      const told = await tell({ requestBody });
      expect(told.shown[0]?.events.map(LOG_INSPECT_TEXTS.sayEvent)).toContain('Sends a password');
      expect(JSON.stringify(told)).not.toContain('hunter2');
    }
  });

  test('is hidden for any name and value that can be made up', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z_[\]]{1,12}$/),
        fc.stringMatching(/^[A-Za-z]{4,12}[0-9]{4,8}$/),
        (name, value) => {
          fc.pre(!HARMLESS_LEAF.test(name));
          const body = JSON.stringify({ [name]: value });
          expect(maskBody(body, createMask())).not.toContain(value);
          expect(maskBody(`${name}=${value}`, createMask())).not.toContain(value);
          expect(maskUrl(`/?${name}=${value}`, createMask())).not.toContain(value);
        },
      ),
    );
  });

  test.each(HARMLESS)('%s is shown, and what looks like a secret in it is not', (name) => {
    const mask = createMask();
    expect(maskBody(JSON.stringify({ [name]: 'ada' }), mask)).toContain('"ada"');
    for (const secret of ['9f8e7d6c5b4a3f2e1d0c9f8e7d6c5b4a', 'eyJhbGciOiJI.eyJpZCI6.c2ln'])
      expect(maskBody(JSON.stringify({ [name]: secret }), mask)).not.toContain(secret);
  });
});

/** Short names that are on the list of harmless ones: any made-up name but these is hidden. */
const HARMLESS_LEAF =
  /(^|[_[\]])(user|email|mail|name|role|roles|scope|type|kind|msg|error|ok|lang|exp|iat|nbf|page|limit|sort|order|next|path|url|id|sub|iss|aud|age|count|total|title|theme|admin|login|status|reason)[_[\]]*$/;

test.each([
  ['/reset-password/9f8e7d6c5b4a3f2e1d0c9f8e7d6c5b4a', 'reset-password'],
  ['/verify/Kx82hfQpL0sVbN3mTz6Y', 'verify'],
  ['/home;jsessionid=ABCDEF0123456789', 'jsessionid'],
  ['/?PHPSESSID=9f8e7d6c5b4a9f8e7d6c', 'PHPSESSID'],
  ['/?ticket=ST-1856339-aA5Yuvrxzpv8Tau1cYQ7', 'ticket'],
  ['/#/home?access_token=opaque1', 'access_token'],
  ['/?key=AIzaSyA1234567', 'key'],
])('%s is a token in an address', async (path, name) => {
  const told = await tell({ url: `https://a.test${path}` });
  expect(told.shown[0]?.findings).toContainEqual({ found: 'inUrl', what: 'token', name });
  expect(JSON.stringify(told)).not.toContain(path.split(/[=/]/).at(-1));
});

test.each([
  ...['/users/12', '/static/index-B7kx.js', '/articles/how-to-log-in-with-a-session', '/?page=2'],
  ...[
    '/verify/step2',
    '/?next=/profile',
    '/oauth?code=abc&state=x1234567',
    '/?sort=key',
    '/?access=all',
  ],
])('%s is none', async (path) => {
  expect((await tell({ url: `https://a.test${path}` })).shown[0]?.findings).toEqual([]);
});

test('IDs in a path are hidden, words and numbers are shown', () => {
  const show = (url: string) => maskUrl(url, createMask());
  expect(show('https://a.test/users/9b2f6c1e-8a3d-4f5b-9c7e-0d1a2b3c4d5e/edit')).toBe(
    'https://a.test/users/‹A·36›/edit',
  );
  expect(show('/articles/how-to-log-in?page=2#top')).toBe('/articles/how-to-log-in?page=2#top');
  expect(show('/login?next=%2Fprofile')).toBe('/login?next=%2Fprofile');
});

describe('no way around the mask', () => {
  test.each([
    [['Authorization', 'opaque-secret-1'], '‹A·15›'],
    [['Set-Cookie', 'opaquesecret; HttpOnly'], '‹A·12›; HttpOnly'],
    [
      ['Set-Cookie', 'a=secret1; Path=/, b=secret2; Max-Age=1'],
      'a=‹A·7›; Path=/, b=‹B·7›; Max-Age=1',
    ],
    [['Cookie', 'opaquesecret'], '‹A·12›'],
    [['Location', `/${'x'.repeat(30_000)}`], '‹A·30001›'],
  ] as const)('%j', (field, masked) => {
    expect(maskField(field, createMask())).toEqual([field[0], masked]);
  });

  test('a credential that stands alone is no scheme, and a cookie without a name has none', async () => {
    const { shown } = await tell({
      requestHeaders: [
        ['Authorization', 'opaque-secret-1'],
        ['Cookie', 'opaque-secret-2'],
      ],
    });
    expect(JSON.stringify(shown)).not.toContain('opaque-secret');
  });

  test('a secret is hidden in what was said before it was known to be one', async () => {
    const told = await tell(
      { responseBody: '{"message":"welcome, your word is hunter2"}' },
      { requestBody: 'password=hunter2' },
    );
    expect(JSON.stringify(told)).not.toContain('hunter2');
  });

  test('what a finding quotes is masked', async () => {
    const told = await tell({
      responseHeaders: [['Set-Cookie', 'a=1; Path=/x, refresh=opaque-secret-1']],
    });
    expect(told.shown[0]?.findings.length).toBeGreaterThan(0);
    expect(JSON.stringify(told)).not.toContain('opaque-secret-1');
  });

  test('a JSON body may be as deep and as wide as it likes', () => {
    expect(maskBody('['.repeat(20_000) + ']'.repeat(20_000), createMask())).toContain('…');
    const wide = JSON.stringify(
      Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`k${i}`, 'v'])),
    );
    expect(maskBody(wide, createMask())?.length).toBeLessThan(20_000);
  });
});

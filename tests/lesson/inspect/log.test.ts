import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMask } from '../../../src/lesson/inspect/log/mask/mask.ts';
import { maskBody, maskField } from '../../../src/lesson/inspect/log/mask/maskMessage.ts';
import { maskUrl } from '../../../src/lesson/inspect/log/mask/maskUrl.ts';
import { MAX_EXCHANGES, MAX_LOG, readLog } from '../../../src/lesson/inspect/log/readLog.ts';
import { MAX_SHOWN, tellLog } from '../../../src/lesson/inspect/log/tellLog.ts';
import { LOG_INSPECT_TEXTS } from '../../../src/lesson/texts/inspect/log.ts';
import { toSourceAddress } from '../../../src/lesson/texts/terms/sources.ts';
import { type Entry, findIn, JWT, NOW, tell, toHar } from './entries.ts';

const SID = 's%3AQ7r1mB0yq9LxT2.c2lnbmF0dXJl';

describe('what is read', () => {
  test.each([
    ['', 'empty'],
    ['  \n', 'empty'],
    ['{"log":{"entries":[', 'cutJson'],
    ['{"a":1}', 'noHar'],
    ['[]', 'noHar'],
    ['{"log":{"entries":5}}', 'noHar'],
    ['{"log":{"entries":[]}}', 'noEntries'],
    ['{"log":{"entries":[null,5,{"request":{"url":"data:x"}}]}}', 'noEntries'],
    ['hello', 'noLog'],
    ['> hello', 'noLog'],
  ])('%j is told to be no log: %s', (text, problem) => {
    expect(readLog(text)).toEqual({ problem });
  });

  test('is no more than can be read without a wait', () => {
    expect(readLog(' '.repeat(MAX_LOG + 1))).toEqual({ problem: 'tooLarge' });
    const many = toHar(
      Array.from({ length: MAX_EXCHANGES + 5 }, () => ({ url: 'http://a.test/' })),
    );
    expect(readLog(many)).toMatchObject({ problem: null, left: 5 });
  });

  test('may be anything, without an error', async () => {
    const value = fc.jsonValue();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          value.map((entry) => JSON.stringify({ log: { entries: [entry] } })),
          fc
            .record({ request: value, response: value })
            .map((entry) => JSON.stringify({ log: { entries: [entry] } })),
        ),
        async (text) => {
          const read = readLog(text);
          if (read.problem === null) await tellLog(read.exchanges, NOW, async () => {});
        },
      ),
    );
  });

  test('cookies that a HAR has apart from the fields are read as fields', () => {
    const cookie = { name: 'sid', value: '1' };
    const set = { ...cookie, path: '/', httpOnly: true, sameSite: 'Lax', expires: null };
    const request = { url: 'https://a.test/', headers: [], cookies: [cookie] };
    const response = { status: 200, headers: [], cookies: [set] };
    expect(readLog(JSON.stringify({ log: { entries: [{ request, response }] } }))).toMatchObject({
      exchanges: [
        {
          requestHeaders: [['Cookie', 'sid=1']],
          responseHeaders: [['Set-Cookie', 'sid=1; Path=/; HttpOnly; SameSite=Lax']],
        },
      ],
    });
  });

  test('a curl log is read with its scheme, its fields and its bodies', () => {
    const text = [
      '*   Trying 127.0.0.1:443...',
      '* SSL connection using TLSv1.3',
      '> POST /login HTTP/2',
      '> Host: shop.example',
      '> Content-Type: application/json',
      '> ',
      '} [20 bytes data]',
      '< HTTP/2 200 ',
      `< set-cookie: sid=${SID}; Path=/`,
      '< ',
      '{"token":"abc"}',
      '* Connection #0 to host shop.example left intact',
      '* Connected to localhost (127.0.0.1) port 3000',
      '> GET /a?b=1 HTTP/1.1',
      '> Host: localhost:3000',
      '< HTTP/1.1 204 No Content',
    ].join('\r\n');
    expect(readLog(text)).toMatchObject({
      kind: 'curl',
      exchanges: [
        {
          ...{ method: 'POST', url: 'https://shop.example/login', status: 200 },
          requestHeaders: [
            ['Host', 'shop.example'],
            ['Content-Type', 'application/json'],
          ],
          responseHeaders: [['set-cookie', `sid=${SID}; Path=/`]],
          responseBody: '{"token":"abc"}',
        },
        { method: 'GET', url: 'http://localhost:3000/a?b=1', status: 204, responseBody: null },
      ],
    });
  });
});

describe('what is unusual', () => {
  const LOGIN = { method: 'POST', url: 'https://api.shop.example/auth/login' };
  const FLAGS = 'HttpOnly; Secure; SameSite=Lax';

  test.each<readonly [string, readonly Entry[], object]>([
    [
      'a cookie that the browser drops',
      [{ ...LOGIN, received: { 'Set-Cookie': 'sid=1; SameSite=None' } }],
      {
        found: 'cookieDropped',
        name: 'sid',
        refusal: expect.objectContaining({ why: 'noneWithoutSecure' }),
      },
    ],
    [
      'a cookie that another site’s page fetches',
      [
        {
          ...{ ...LOGIN, type: 'fetch', sent: { Origin: 'https://shop.vercel.app' } },
          received: { 'Set-Cookie': `sid=1; Path=/; ${FLAGS}` },
        },
      ],
      { found: 'cookieDropped', refusal: expect.objectContaining({ why: 'otherSite' }) },
    ],
    [
      'a cookie for another host',
      [{ ...LOGIN, received: { 'Set-Cookie': 'sid=1; Domain=other.example' } }],
      { found: 'cookieDropped', refusal: expect.objectContaining({ why: 'domainForeign' }) },
    ],
    [
      'no HttpOnly',
      [{ ...LOGIN, received: { 'Set-Cookie': 'sid=1; Path=/; Secure' } }],
      {
        found: 'cookieRemark',
        name: 'sid',
        remark: expect.objectContaining({ about: 'noHttpOnly' }),
      },
    ],
    [
      'a redirect to a path that the cookie is not for',
      [
        {
          ...{ ...LOGIN, status: 302 },
          received: { Location: '/profile', 'Set-Cookie': `sid=1; ${FLAGS}` },
        },
        { url: 'https://api.shop.example/profile', status: 200 },
      ],
      { found: 'redirectLoses', name: 'sid', why: 'path', path: '/auth' },
    ],
    [
      'a redirect to another host',
      [
        {
          ...{ ...LOGIN, status: 302 },
          received: { Location: 'https://shop.example/', 'Set-Cookie': `sid=1; Path=/; ${FLAGS}` },
        },
        { url: 'https://shop.example/' },
      ],
      { found: 'redirectLoses', why: 'host', domain: 'api.shop.example', host: 'shop.example' },
    ],
    [
      'a redirect from https to http',
      [
        {
          ...{ ...LOGIN, status: 302 },
          received: {
            Location: 'http://api.shop.example/',
            'Set-Cookie': `sid=1; Path=/; ${FLAGS}`,
          },
        },
        { url: 'http://api.shop.example/' },
      ],
      { found: 'redirectLoses', why: 'secure' },
    ],
    [
      'a request that is turned away without the cookie',
      [
        { ...LOGIN, received: { 'Set-Cookie': `sid=1; Path=/; ${FLAGS}` } },
        { url: 'https://api.shop.example/me', status: 401 },
      ],
      { found: 'deniedWithout', name: 'sid', why: 'unexplained' },
    ],
    [
      'a request that is turned away without the token',
      [
        { ...LOGIN, body: JSON.stringify({ token: JWT }) },
        { url: 'https://api.shop.example/me', status: 401 },
      ],
      { found: 'tokenNotSent' },
    ],
    [
      'a token in an address',
      [{ url: `https://shop.example/?access_token=${JWT}` }],
      { found: 'inUrl', what: 'token', name: 'access_token' },
    ],
    [
      'a token in a fragment, whatever its name',
      [{ url: `https://shop.example/#t=${JWT}` }],
      { found: 'inUrl', what: 'token', name: 't' },
    ],
    [
      'a password in an address',
      [{ url: 'https://shop.example/login?user=ada&password=x' }],
      { found: 'inUrl', what: 'password', name: 'password' },
    ],
    [
      'a password over http',
      [{ url: 'http://shop.example/login', method: 'POST', posted: 'user=ada&password=x' }],
      { found: 'clearText', what: 'password', host: 'shop.example' },
    ],
    [
      'a line that clears nothing',
      [
        { ...LOGIN, received: { 'Set-Cookie': `sid=1; Path=/; ${FLAGS}` } },
        {
          url: 'https://api.shop.example/auth/logout',
          sent: { Cookie: 'sid=1' },
          received: { 'Set-Cookie': 'sid=; Max-Age=0' },
        },
      ],
      { found: 'clearMisses', name: 'sid', path: '/' },
    ],
  ])('%s is named', async (_, entries, finding) => {
    expect(await findIn(entries)).toContainEqual(expect.objectContaining(finding));
  });

  test('nothing is, in a login that is as it should be', async () => {
    const cookie = { Cookie: 'sid=1' };
    const sound: readonly Entry[] = [
      {
        ...{ ...LOGIN, posted: '{"user":"ada","password":"x"}', status: 302 },
        received: { Location: '/', 'Set-Cookie': `sid=1; Path=/; ${FLAGS}` },
      },
      { url: 'https://api.shop.example/', sent: cookie },
      {
        ...{ url: 'https://api.shop.example/logout', sent: cookie },
        received: { 'Set-Cookie': 'sid=; Path=/; Max-Age=0' },
      },
      { url: 'https://api.shop.example/me', status: 401 },
    ];
    expect(await findIn(sound)).toEqual([]);
    const { shown, all } = await tell(toHar(sound));
    expect(all).toBe(4);
    expect(shown.map(({ events }) => events.map(LOG_INSPECT_TEXTS.sayEvent))).toEqual([
      ['Sends a password', 'Sets sid'],
      ['Sends sid'],
      ['Sends sid', 'Clears sid'],
    ]);
  });

  test('all that is found has words, and a source that can be opened', async () => {
    const findings = await findIn([
      {
        ...{ url: `http://shop.example/login?token=${JWT}`, method: 'POST', status: 302 },
        posted: 'password=x',
        received: { Location: '/me', 'Set-Cookie': 'sid=1\ntheme=1; SameSite=None' },
      },
      { url: 'http://shop.example/me', status: 401 },
    ]);
    expect(new Set(findings.map(({ found }) => found)).size).toBeGreaterThan(3);
    for (const finding of findings) {
      const { title, source } = LOG_INSPECT_TEXTS.sayFinding(finding);
      expect(title).not.toBe('');
      expect(toSourceAddress(source), source).toMatch(/^https:/);
    }
  });

  test('several cookies in one field, as Safari exports them, are told apart', async () => {
    const lines = `sid=1; Path=/; ${FLAGS}, theme=2; Expires=Fri, 27 Nov 2026 05:00:00 GMT; Path=/`;
    const { shown } = await tell(toHar([{ ...LOGIN, received: { 'Set-Cookie': lines } }]));
    const said = shown.flatMap(({ events }) => events.map(LOG_INSPECT_TEXTS.sayEvent));
    expect(said).toEqual(expect.arrayContaining(['Sets sid', 'Sets theme']));
  });

  test('a log that was stripped of its credentials is told to be', async () => {
    expect(await tell(toHar([{ url: 'https://shop.example/' }]))).toMatchObject({ isBare: true });
    const sent = { Cookie: 'a=1' };
    expect(await tell(toHar([{ url: 'https://a.test/', sent }]))).toMatchObject({ isBare: false });
  });
});

describe('no secret is shown', () => {
  test('of any that a log has', async () => {
    const secrets = [SID, JWT, 'hunter2hunter2', 'csrfcsrfcsrf', 'refreshrefresh', 'dXNlcjpwYXNz'];
    const [sid, jwt, password, csrf, refresh, basic] = secrets;
    const told = await tell(
      toHar([
        {
          ...{ url: `https://ada:${password}@shop.example/login?next=${jwt}`, method: 'POST' },
          sent: { Authorization: `Basic ${basic}`, 'X-CSRF-Token': `${csrf}` },
          posted: JSON.stringify({ user: 'ada', password, nested: [{ api_key: csrf }] }),
          received: { 'Set-Cookie': `sid=${sid}; Path=/`, Location: `/?token=${jwt}` },
          body: JSON.stringify({ access_token: jwt, refresh_token: refresh, note: `it is ${sid}` }),
        },
        {
          url: 'https://shop.example/me',
          sent: { Cookie: `sid=${sid}; theme=dark`, Referer: `https://shop.example/?t=${jwt}` },
          body: `<p>${password} ${jwt}</p>`,
        },
      ]),
    );
    const text = JSON.stringify(told);
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(told.shown).toHaveLength(2);
    const [cookie] = told.shown[1]?.request.headers ?? [];
    const [, set] = told.shown[0]?.response?.headers.find(([name]) => name === 'Set-Cookie') ?? [];
    // The same secret is the same letter.
    expect(set).toBe(`sid=${cookie?.[1].slice(4).split(';')[0]}; Path=/`);
    expect(told.shown[1]?.response?.omitted).toBeGreaterThan(0);
  });

  test.each([
    [['Cookie', 'a=secret1; b='], 'a=‹A·7›; b='],
    [['Authorization', 'Bearer secret1'], 'Bearer ‹A·7›'],
    [['X-Auth-Token', 'secret1'], '‹A·7›'],
    [['Location', '/x?token=secret1&a=1'], '/x?token=‹A·7›&a=1'],
    [['Access-Control-Allow-Origin', 'https://ada:secret1@b.test'], 'https://‹A·11›@b.test'],
    [['Access-Control-Allow-Origin', '*'], '*'],
    [['Content-Type', 'text/html'], 'text/html'],
  ] as const)('%j is masked', (field, masked) => {
    expect(maskField(field, createMask())).toEqual([field[0], masked]);
  });

  test('a body that nobody can take apart is not shown at all', () => {
    const mask = createMask();
    expect(maskBody('<html>', mask)).toBeNull();
    expect(maskBody('{"a"', mask)).toBeNull();
    expect(maskBody('dG9rZW4tOTk=', mask)).toBeNull();
    expect(maskBody('{"message":"Your new password is pass-80"}', createMask())).toBe(
      '{"message":"Your new password is ‹A·7›"}',
    );
    expect(maskBody('user=ada&password=secret1', mask)).toBe('user=ada&password=‹A·7›');
    expect(maskUrl('https://a.test/x', mask)).toBe('https://a.test/x');
  });
});

test('it rests between exchanges, and shows no more than can be read', async () => {
  const sent = { Cookie: 'sid=12345678' };
  const read = readLog(
    toHar(Array.from({ length: 300 }, () => ({ url: 'https://a.test/', sent }))),
  );
  if (read.problem !== null) throw new Error(read.problem);
  let rests = 0;
  const told = await tellLog(read.exchanges, NOW, async () => {
    rests += 1;
  });
  expect(rests).toBeGreaterThanOrEqual(10);
  expect(told.shown).toHaveLength(MAX_SHOWN);
  expect(told.all).toBe(300);
});

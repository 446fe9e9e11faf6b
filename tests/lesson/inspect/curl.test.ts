import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { listCurlLines } from '../../../src/lesson/inspect/log/curlMeter.ts';
import { readCurl } from '../../../src/lesson/inspect/log/readCurl.ts';
import { readLog } from '../../../src/lesson/inspect/log/readLog.ts';
import { tellLog } from '../../../src/lesson/inspect/log/tellLog.ts';
import { LOG_INSPECT_TEXTS } from '../../../src/lesson/texts/inspect/log.ts';

/** What curl 7.88 has written: `curl -v … > log 2>&1`. */
const LOGS = ['http', 'meter', 'slow', 'https', 'redirect', 'bar', 'two'] as const;
const load = (name: (typeof LOGS)[number]) =>
  readFileSync(new URL(`curl/${name}.txt`, import.meta.url), 'utf8');

const sum = (text: string) =>
  readCurl(text).map(({ method, url, status, responseBody }) => [
    `${method} ${url} ${status}`,
    responseBody?.replace(/\s+/g, ''),
  ]);

const TOKEN = '{"token":"opaqueopaqueopaque1234"}';
const LOGIN = '{"accessToken":"opaqueopaqueopaque1234","user":{"name":"ada"}}';
const DENIED = '{"error":"notloggedin"}';

describe.each([
  ['as it was written', (text: string) => text],
  ['copied from a terminal or a field', (text: string) => text.replace(/\r\n?/g, '\n')],
])('a log of curl, %s', (_, change) => {
  test.each([
    ['http', [['POST http://localhost:5391/login 200', LOGIN]]],
    ['meter', [['POST http://localhost:5391/login 200', LOGIN]]],
    ['slow', [['GET http://localhost:5391/slow 200', TOKEN]]],
    ['bar', [['GET http://localhost:5391/slow 200', TOKEN]]],
    ['https', [['POST https://localhost:5392/login 200', LOGIN]]],
    [
      'redirect',
      [
        ['GET https://localhost:5392/away 302', undefined],
        ['GET https://localhost:5392/login 200', LOGIN],
        ['GET http://localhost:5391/me 401', DENIED],
      ],
    ],
    [
      'two',
      [
        ['GET https://localhost:5392/me 401', DENIED],
        ['GET https://localhost:5392/slow 200', TOKEN],
        ['GET http://localhost:5391/me 401', DENIED],
      ],
    ],
  ] as const)('%s', (name, exchanges) => {
    expect(sum(change(load(name)))).toEqual(exchanges);
  });
});

test('the meter is taken away where nothing is left between its states', () => {
  const state = '  0     0    0     0    0     0      0      0 --:--:--  0:00:01 --:--:--     0';
  expect(listCurlLines(`${state.repeat(3)}< HTTP/1.1 200 OK`)).toEqual(['< HTTP/1.1 200 OK']);
  expect(sum(load('slow').replaceAll('\r', ''))).toEqual(sum(load('slow')));
});

test.each(LOGS)('what %s hands out or sets is told', async (name) => {
  const read = readLog(load(name));
  if (read.problem !== null) throw new Error(read.problem);
  const { shown } = await tellLog(read.exchanges, 0, async () => {});
  const said = shown.flatMap(({ events }) => events.map(LOG_INSPECT_TEXTS.sayEvent));
  expect(said).toContain('Sets sid');
  expect(said.some((one) => /^Hands out (accessToken|token)$/.test(one))).toBe(true);
});

const ask = (...before: readonly string[]) =>
  [
    ...before,
    '> POST /login HTTP/1.1',
    '> Host: a.test:8443',
    '> ',
    '< HTTP/1.1 200 OK',
    '< ',
  ].join('\n');
const TLS = '* SSL connection using TLSv1.3 / TLS_AES_256_GCM_SHA384';
const NEW = '* Established connection to a.test (127.0.0.1 port 8443) from 127.0.0.1 port 5123 ';

test.each([
  ['of curl 8.17, which names the connection after its TLS', ask(TLS, NEW), ['https']],
  ['without TLS', ask(NEW), ['http']],
  [
    'whose second connection is plain',
    ask(TLS) + ask('\n*   Trying 127.0.0.1:80...'),
    ['https', 'http'],
  ],
  ['that keeps its connection', ask(TLS) + ask(''), ['https', 'https']],
  [
    'that uses one again, by its host',
    `${ask(TLS)}\n* Connection #0 to host a.test:8443 left intact\n${ask('* Trying x', NEW)}\n${ask('* Re-using existing https: connection with host a.test')}`,
    ['https', 'http', 'https'],
  ],
  [
    'that is redirected',
    ask(TLS) + ask("\n* Issue another request to this URL: 'http://a.test/'"),
    ['https', 'http'],
  ],
  [
    'through a proxy',
    ask('> CONNECT a.test:8443 HTTP/1.1', '< HTTP/1.1 200 OK', '< ', TLS, NEW),
    ['https'],
  ],
  ['with its command', ask('$ curl -v https://a.test:8443/login'), ['https']],
  ['with its command, to http', ask('$ curl -v http://a.test/login'), ['http']],
  [
    'of which the words of curl were left out, with HTTP/2',
    ask().replace('HTTP/1.1', 'HTTP/2'),
    ['https'],
  ],
])('a log %s', (_, text, schemes) => {
  expect(readCurl(text).map(({ url }) => new URL(url).protocol)).toEqual(
    schemes.map((scheme) => `${scheme}:`),
  );
});

test('a body may begin its lines as curl does', () => {
  const html = '<html>\n<\n< p\n> quoted\n</html>';
  expect(readCurl(`${ask(NEW)}\n${html}`)[0]?.responseBody).toBe(html);
});

const SECOND = ask('').replace('POST /login', 'GET /me');
test.each([
  ['right behind a body', `${ask(NEW)}\n{"ok":true}${SECOND.trimStart()}`],
  [
    'behind curl’s word for it',
    `${ask(NEW)}\n{"ok":true}* processing: http://a.test/me\n${SECOND}`,
  ],
  [
    'behind a note of curl',
    `${ask(NEW)}\n{"ok":true}\nNote: Unnecessary use of -X or --request, GET is already inferred.\n${SECOND}`,
  ],
  ['set off by spaces', `${ask(NEW)}\n{"ok":true}\n${SECOND}`.replace(/^/gm, '    ')],
  ['in a fence', `\`\`\`sh\n${ask(NEW)}\n{"ok":true}\n${SECOND}\n\`\`\``],
  [
    'without its marks, as of httpie',
    `${ask()}\n{"ok":true}\n\n${SECOND}`.replace(/^[<>] ?/gm, ''),
  ],
])('two commands in one log are two: the second %s', (_, text) => {
  const read = readLog(text);
  const found = read.problem === null ? read.exchanges : [];
  expect(found.map(({ method, status }) => `${method} ${status}`)).toEqual(['POST 200', 'GET 200']);
  expect(found[0]?.responseBody).toBe('{"ok":true}');
});

test.each([
  ['HTTP/1.1 200 OK\r\nSet-Cookie: sid=1\r\n\r\n{}', 'answersAlone'],
  ['< HTTP/1.1 200 OK\n< Set-Cookie: sid=1\n', 'answersAlone'],
  ['POST /login HTTP/1.1\nHost: a.test\nCookie: sid=1', 'requestAlone'],
  [':authority: a.test\n:method: POST\n:path: /login', 'requestAlone'],
  ['fetch("http://a.test/login", { "method": "POST" });', 'requestAlone'],
  ["curl 'http://a.test/login' -H 'Accept: */*'", 'requestAlone'],
  ['== Info: Connected to localhost', 'noLog'],
])('%j is no log: %s', (text, problem) => {
  expect(readLog(text)).toEqual({ problem });
});

test('a command that nobody answered is told all the same', () => {
  expect(readLog('* Connected to a.test\n> GET / HTTP/1.1\n> Host: a.test\n> ')).toMatchObject({
    problem: null,
  });
});

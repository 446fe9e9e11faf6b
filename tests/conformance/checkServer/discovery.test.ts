import { describe, expect, test } from 'vitest';
import { checkServerCommand } from '../../../src/cli/checkServer/command.ts';
import {
  findForms,
  findLinks,
  findLoginForms,
} from '../../../src/cli/checkServer/discover/htmlForms.ts';
import { openMask } from '../../../src/cli/checkServer/report/mask.ts';
import { stripTags, toText } from '../../../src/cli/checkServer/wire/html.ts';
import { withServer } from '../harness/server.ts';
import { DISCOVERY, serveOpaque } from './servers/discovery.ts';
import { NOT_FOUND, REFUSED, servePlainly } from './servers/plainServer.ts';
import { servePlainSessions } from './servers/plainSessions.ts';
import { check, PASSWORD, testServers } from './suite.ts';

testServers(DISCOVERY);

/** Runs the command as it stands, and returns all that it printed. */
async function runCommand(
  app: Parameters<typeof withServer>[0],
  password: string,
  options: readonly string[] = [],
): Promise<string> {
  return withServer(app, async ({ port }) => {
    const user = ['--username', 'ada', '--password', password, '--timeout', '100000'];
    const lines: string[] = [];
    const { text } = await checkServerCommand(
      [`http://localhost:${port}`, ...user, ...options],
      (line) => lines.push(line),
    );
    return [...lines, text].join('\n');
  });
}

describe('nothing that opens a door is printed', () => {
  test.each([
    ['where it is found', 'GET /me', []],
    ['where no profile is', 'GET /very/odd/path', []],
    ['where no profile is, as JSON', 'GET /very/odd/path', ['--json']],
  ])('a token that is no JWT, %s', async (_where, profile, options) => {
    const token = 'c0ffee'.repeat(8);
    const app = serveOpaque({ toToken: () => token, profile });
    const printed = await runCommand(app, PASSWORD, options);
    expect(printed).toContain('POST /login');
    expect(printed).not.toContain('c0ffee');
    expect(printed).not.toContain(PASSWORD);
  });

  test('a session ID, where the login is not found to be one', async () => {
    const toId = () => 'deadbeefcafe'.repeat(3);
    const app = servePlainSessions({ toId, profileRoute: 'GET /odd', welcome: (id) => ({ id }) });
    expect(await runCommand(app, PASSWORD)).not.toContain('deadbeefcafe');
  });

  test.each(['admin', 'password123', 'password', 'a+b&c"d', 'pässword'])(
    'the password %s, which the server writes down',
    async (password) => {
      const isRight = (given: unknown) => given === password;
      const app = servePlainSessions({
        accepts: ({ body }) => body?.username === 'ada' && isRight(body.password),
        profile: { note: `it is ${password} again` },
        // So that the answer is printed.
        endsSession: false,
      });
      const printed = await runCommand(app, password);
      expect(printed).toMatch(/"it is … again"/);
    },
  );

  test('what was cut off is hidden as far as it goes, and words of the tool stay', () => {
    const mask = openMask('password', null);
    const reply = {
      ...{ method: 'POST', url: new URL('http://localhost/login'), status: 200, isCut: false },
      ...{
        headers: new Map<string, string>(),
        tookMs: 1,
        text: '{"token":"0123456789abcdefghij"}',
      },
      setCookies: ['sid=s%3Aabcdefghijklmnop; Path=/'],
    };
    mask.learn(reply);
    expect(mask.hide('came 0123456789abcdef, and s:abcdefghijklm')).toBe('came …, and …');
    expect(mask.hide('--password-field password')).toBe('--password-field password');
    expect(mask.hideAnswer('wrong password: passwordless')).toBe('wrong …: passwordless');
  });
});

describe('no more logins than needed', () => {
  test.each([
    ['a profile that is not found', () => serveOpaque({ profile: 'GET /very/odd/path' })],
    ['a session that nothing opens', () => servePlainSessions({ profileRoute: 'GET /odd' })],
  ])('%s: one that works, and one to know it by', async (_name, app) => {
    const report = await check({ app });
    expect(report.exitCode).toBe(2);
    expect([report.logins, report.attempts]).toEqual([1, 1]);
  });

  test.each([429, 503])('a server that answers %i for everything is left alone', async (status) => {
    const report = await check({ app: () => servePlainly(() => ({ status, body: 'no' })) });
    expect(report.problem).toMatch(new RegExp(`${status}[\\s\\S]*3 answers in a row`));
    expect(report.requests).toBe(3);
  });

  test('a form to register is not sent', async () => {
    const sent: string[] = [];
    const field = '<input type="password" name="password">';
    const app = servePlainly(({ route }) => {
      if (route === 'GET /login') {
        const body = `<html><form action="/register" method="post"><input name="name"><input name="email">${field}</form>
          <form action="/login" method="post"><input name="username">${field}<button>Sign in</button></form>`;
        return { status: 200, headers: { 'Content-Type': 'text/html' }, body };
      }
      if (!route.startsWith('POST')) return NOT_FOUND;
      sent.push(route);
      return route === 'POST /login' ? REFUSED : NOT_FOUND;
    });
    await check({ app: () => app });
    expect(sent).toContain('POST /login');
    expect(sent).not.toContain('POST /register');
  });
});

test('of two forms each is sent with what is hidden in it', async () => {
  const seen: string[] = [];
  const toForm = (action: string, key: string) =>
    `<form action="${action}" method="post"><input type="hidden" name="key" value="${key}"><input name="username"><input type="password" name="password"></form>`;
  const app = servePlainly(({ route, form }) => {
    if (route === 'GET /login') {
      const body = `<html>${toForm('/login/staff', 'one')}${toForm('/login/guests', 'two')}`;
      return { status: 200, headers: { 'Content-Type': 'text/html' }, body };
    }
    if (!route.startsWith('POST /login/')) return NOT_FOUND;
    seen.push(`${route} ${form.key}`);
    return REFUSED;
  });
  await check({ app: () => app, options: ['--login-path', '/login'] });
  expect(seen).toEqual(['POST /login/staff one', 'POST /login/guests two']);
});

test.each([
  [
    '<form action="/in"><input><input type=password>Enter <a>Sign up</a> <a>Forgot?</a></form>',
    ['/in'],
  ],
  ['<form action="/sessions/create"><input><input type=password></form>', ['/sessions/create']],
  ['<form action="/auth/register"><input><input type=password></form>', []],
  [
    '<form action="/a"><input><input type=password></form><form action="/session"><input><input type=password></form>',
    ['/session', '/a'],
  ],
  ['<form action="/signup"><input><input type=password></form>', []],
  ['<form action="/go"><input><input type=password><button>Create account</button></form>', []],
  [
    '<form action="/in"><input><input type=password>Log in. No account? <a>Sign up</a></form>',
    ['/in'],
  ],
  [
    '<!-- <form action="/old"><input type=password></form> --><form action="/new"><input type=password>',
    ['/new'],
  ],
])('of %j the logins are %j', (html, actions) => {
  expect(findLoginForms(html).map(({ action }) => action)).toEqual(actions);
});

test.each([
  '<form ',
  '<form>',
  '<a>',
  '<a ',
  '<style>',
  '<title',
  '<meta ',
  '<input type=hidden ',
  '<!--',
  '<a href="',
  '<form x="y" ',
  '</form',
  '&#x',
  'a ',
  'a= ',
  '<',
])('a page of a mebibyte of %j is read in one pass', (part) => {
  const html = `<!doctype html>${part.repeat(Math.ceil(1_048_576 / part.length))}`;
  expect(findForms(html).length + findLinks(html).length).toBeLessThan(100_000);
  expect(toText(html).length + stripTags(html).length).toBeLessThan(3 * html.length);
});

import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { formatReport } from '../../../src/cli/checkServer/reportText.ts';
import { withServer } from '../harness/server.ts';
import { check, checkAddress, findCheck, listFindings } from './check.ts';

const BOTH = ['session', 'token'] as const;
const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';

/** Runs `use` with a server that does with each connection what no HTTP library would let it do. */
async function withSocketServer<T>(
  answer: (socket: Socket) => void,
  use: (address: string) => Promise<T>,
): Promise<T> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('data', () => answer(socket));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
}

/** Writes again and again, until the other side has had enough. */
function writeOn(socket: Socket, chunk: string) {
  const write = () => {
    while (!socket.destroyed && socket.write(chunk));
    if (!socket.destroyed) socket.once('drain', write);
  };
  write();
}

test.each(BOTH)('%s: nothing listens', async (strategy) => {
  const port = await withServer(
    () => {},
    async (server) => server.port,
  );
  const report = await checkAddress(strategy, `http://127.0.0.1:${port}`);
  expect(report.passed).toBe(false);
  expect(findCheck(report, 'login.answered')).toMatchObject({
    mark: 'fail',
    step: 1,
    came: `nothing listens at http://127.0.0.1:${port}: start the server, or give its address`,
  });
  const others = listFindings(report).filter(({ check: id }) => id !== 'login.answered');
  expect(new Set(others.map(({ mark }) => mark))).toEqual(new Set(['not applicable']));
  expect(formatReport(report)).toContain(
    `${others.length} checks, ${strategy}: not tried: nothing`,
  );
});

test.each(BOTH)('%s: no answer comes, and nobody waits for more of them', async (strategy) => {
  let asked = 0;
  const silent: RequestListener = () => {
    asked += 1;
  };
  const report = await check(strategy, silent, ['--timeout', '60']);
  expect(findCheck(report, 'login.answered').came).toBe(
    'no whole answer within 60 ms (--timeout gives more)',
  );
  expect(asked).toBe(1);
});

/** What a hostile server writes, and what the login is then said to have come to. */
const HOSTILE: readonly (readonly [string, (socket: Socket) => void, RegExp])[] = [
  ['says nothing and closes', (socket) => socket.end(), /closed the connection without/],
  ['resets the connection', (socket) => socket.resetAndDestroy(), /closed the connection without/],
  ['speaks something else', (socket) => socket.end('SSH-2.0-OpenSSH_9.9\r\n'), /is not HTTP/],
  ['sends binary', (socket) => socket.end(Buffer.from([0, 255, 27, 91, 50, 74])), /is not HTTP/],
  [
    'ends in the middle of a body',
    (socket) => socket.end(`${HEAD}Content-Length: 100\r\n\r\n{"token":`),
    /closed the connection without/,
  ],
  [
    'changes the protocol',
    (socket) =>
      socket.end('HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n'),
    /closed the connection without/,
  ],
  [
    'sends a header without end',
    (socket) => {
      socket.write(HEAD);
      writeOn(socket, `X-More: ${'x'.repeat(1000)}\r\n`);
    },
    /header of the answer is larger/,
  ],
  [
    'sends a header byte by byte',
    (socket) => {
      socket.write(HEAD);
      const timer = setInterval(() => socket.write('X'), 20);
      socket.on('close', () => clearInterval(timer));
    },
    /no whole answer within 300 ms/,
  ],
  [
    'promises an answer for ever',
    (socket) => {
      const timer = setInterval(() => socket.write('HTTP/1.1 102 Processing\r\n\r\n'), 20);
      socket.on('close', () => clearInterval(timer));
    },
    /no whole answer within 300 ms/,
  ],
  [
    'sends a body that never ends, slowly',
    (socket) => {
      socket.write(`${HEAD}\r\n`);
      const timer = setInterval(() => socket.write('['), 20);
      socket.on('close', () => clearInterval(timer));
    },
    /no whole answer within 300 ms/,
  ],
];

test.each(HOSTILE)('a server that %s', async (_name, answer, came) => {
  const text = await withSocketServer(answer, async (address) => {
    const isEndless = came.source.includes('300 ms');
    const options = isEndless ? ['--timeout', '300'] : [];
    const report = await checkAddress('token', address, options);
    expect(findCheck(report, 'login.answered')).toMatchObject({ mark: 'fail' });
    expect(findCheck(report, 'login.answered').came).toMatch(came);
    return formatReport(report);
  });
  expect(text).not.toContain('TypeError');
});

test('a body without end is read as far as a mebibyte', async () => {
  const answer = (socket: Socket) => {
    socket.write(`${HEAD}\r\n`);
    writeOn(socket, '['.repeat(65_536));
  };
  await withSocketServer(answer, async (address) => {
    const report = await checkAddress('token', address);
    expect(findCheck(report, 'token.inBody')).toMatchObject({
      mark: 'fail',
      came: 'no JSON: 200 OK with a body of more than 1 MiB',
    });
  });
});

test('nothing that a server sends reaches the terminal as a command', async () => {
  const evil = '\u001b[2J\u009b31m\u202egnp.exe\u2028\u0000\ud83d\ude00\n\n  plain';
  const app: RequestListener = (_request, response) => {
    response.writeHead(200, { 'WWW-Authenticate': 'caf\u00e9\u0085' });
    response.end(`{"${evil}":1}`);
  };
  for (const strategy of BOTH) {
    const report = await check(strategy, app);
    for (const text of [formatReport(report), JSON.stringify(report)]) {
      expect(text).toMatch(/plain/);
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    }
  }
});

test.each([
  'sid=\u0001; HttpOnly',
  'sid=a\u007fb; HttpOnly',
  '=; HttpOnly',
  `${'x'.repeat(9000)}=1`,
  'sid=%zz.%; HttpOnly; Expires=never; Max-Age=1e9; Path=elsewhere',
  's\u00efd=\u00ff\u00fe; Domain=.; SameSite',
])('a strange cookie is no reason to stumble: %j', async (line) => {
  const answer = (socket: Socket) => socket.end(`${HEAD}Set-Cookie: ${line}\r\n\r\n{}`, 'latin1');
  await withSocketServer(answer, async (address) => {
    const report = await checkAddress('session', address);
    expect(report.passed).toBe(false);
  });
});

test.each(['null', '[]', '"token"', '17', '{"token":{"__proto__":1}}', '[{"token":"a"}]'])(
  'JSON that is not as expected is no reason to stumble: %s',
  async (body) => {
    const report = await check('token', (_request, response) => response.end(body));
    expect(findCheck(report, 'token.inBody').mark).toBe('fail');
  },
);

test('a limit on login attempts is no refusal of a password', async () => {
  let logins = 0;
  const app: RequestListener = (request, response) => {
    const isFirst = request.method === 'POST' && logins++ === 0;
    response.statusCode = request.method === 'POST' ? (isFirst ? 200 : 429) : 401;
    if (isFirst) response.setHeader('Set-Cookie', 'sid=0123456789abcdef0123456789abcdef');
    response.end();
  };
  const report = await check('session', app);
  expect(findCheck(report, 'login.wrongPassword').mark).toBe('not applicable');
  expect(findCheck(report, 'login.refusal').mark).toBe('not applicable');
});

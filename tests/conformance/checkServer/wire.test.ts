import { once } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { formatReport } from '../../../src/cli/checkServer/report/reportText.ts';
import { servePlainSessions } from './servers/plainSessions.ts';
import { check, checkAddress, findCheck } from './suite.ts';

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

test('nothing listens', async () => {
  // A port that no system gives to a server of these tests.
  const report = await checkAddress('http://127.0.0.1:1');
  expect(report).toMatchObject({
    exitCode: 2,
    problem: 'nothing listens at http://127.0.0.1:1: start the server, or give its address',
    findings: [],
  });
});

test('a server that is starting is waited for', async () => {
  // Below the range from which systems give free ports, so that no other test gets it meanwhile.
  const port = 20_000 + (process.pid % 10_000);
  const server = createHttpServer(servePlainSessions());
  const timer = setTimeout(() => server.listen(port, '127.0.0.1'), 300);
  try {
    const report = await checkAddress(`http://127.0.0.1:${port}`, ['--wait', '60']);
    expect(report.problem).toBeNull();
  } finally {
    clearTimeout(timer);
    server.close();
  }
});

test('no answer comes, and nobody waits for more of them', async () => {
  let asked = 0;
  const silent: RequestListener = () => {
    asked += 1;
  };
  const report = await check({ app: () => silent, options: ['--timeout', '60'] });
  expect(report.exitCode).toBe(2);
  expect(report.problem).toBe('no whole answer to GET / within 60 ms (--timeout gives more)');
  // A busy machine gives up before its server has heard of it.
  expect(asked).toBeLessThanOrEqual(2);
});

test('a server that ends in the middle is said to, with what it did not survive', async () => {
  const sound = servePlainSessions();
  let server: Server | null = null;
  const app: RequestListener = (request, response) => {
    if (request.method !== 'POST' || request.headers['content-length'] !== '0') {
      sound(request, response);
      return;
    }
    server?.close();
    server?.closeAllConnections();
  };
  server = createHttpServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const report = await checkAddress(`http://127.0.0.1:${port}`, ['--logout-method', 'DELETE']);
  expect(report.exitCode).toBe(1);
  const alive = findCheck(report, 'server.alive');
  expect(alive.mark).toBe('fail');
  expect(alive.came).toMatch(
    /^after POST \/login \(login\.badInput\): .* without a whole answer in HTTP, and nothing listens any more$/,
  );
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
    /no whole answer to GET \/ within 300 ms/,
  ],
  [
    'promises an answer for ever',
    (socket) => {
      const timer = setInterval(() => socket.write('HTTP/1.1 102 Processing\r\n\r\n'), 20);
      socket.on('close', () => clearInterval(timer));
    },
    /no whole answer to GET \/ within 300 ms/,
  ],
  [
    'sends a body that never ends, slowly',
    (socket) => {
      socket.write(`${HEAD}\r\n`);
      const timer = setInterval(() => socket.write('['), 20);
      socket.on('close', () => clearInterval(timer));
    },
    /no whole answer to GET \/ within 300 ms/,
  ],
];

test.each(HOSTILE)('a server that %s', async (_name, answer, came) => {
  const text = await withSocketServer(answer, async (address) => {
    const isEndless = came.source.includes('300 ms');
    const options = isEndless ? ['--timeout', '300'] : [];
    const report = await checkAddress(address, options);
    expect(report.exitCode).toBe(2);
    expect(report.problem).toMatch(came);
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
    const report = await checkAddress(address, ['--login-path', '/login', '--login-as', 'json']);
    expect(report.problem).toMatch(/200 OK with a body of more than 1 MiB|Nothing takes a login/);
  });
});

test('nothing that a server sends reaches the terminal as a command', async () => {
  const evil = '\u001b[2J\u009b31m\u202egnp.exe\u2028\u0000\ud83d\ude00\n\n  plain';
  const app: RequestListener = (request, response) => {
    response.writeHead(request.url === '/login' ? 401 : 404, { 'WWW-Authenticate': 'caf\u00e9' });
    response.end(`{"${evil}":1}`);
  };
  const report = await check({ app: () => app });
  for (const text of [formatReport(report), JSON.stringify(report)]) {
    expect(text).toMatch(/plain/);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
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
    const report = await checkAddress(address);
    expect(report.exitCode).not.toBe(0);
  });
});

test.each(['null', '[]', '"token"', '17', '{"token":{"__proto__":1}}', '[{"token":"a"}]'])(
  'JSON that is not as expected is no reason to stumble: %s',
  async (body) => {
    const report = await check({ app: () => (_request, response) => response.end(body) });
    expect(report.exitCode).toBe(2);
  },
);

import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { toCurl, toStartLine, toWireText } from '../../../src/lesson/wireText.ts';
import { makeRequest } from '../../../src/sim/http/request.ts';
import { getFrame, runWalk } from '../runs.ts';

const walk = await runWalk();
const origin = 'http://localhost:3000';
const logout = getFrame(walk, 9).session.messages;

test('start lines are those of HTTP/1.1, and a store call is code', () => {
  const sid = getFrame(walk, 3).session.outcome.proof?.credential;
  expect(logout.map(toStartLine)).toEqual([
    'POST /logout HTTP/1.1',
    `store.get('${sid}')`,
    `store.destroy('${sid}')`,
    'HTTP/1.1 204 No Content',
  ]);
});

test('a message is its start line, its fields, an empty line and its body', () => {
  const [message] = getFrame(walk, 1).session.messages;
  if (!message) throw new RangeError('no login request');
  expect(toWireText(message)).toBe(
    [
      'POST /login HTTP/1.1',
      'Host: localhost:3000',
      'Content-Type: application/json',
      'Content-Length: 45',
      '',
      '{"username":"ada","password":"correct horse"}',
    ].join('\n'),
  );
});

test.each(["it's", '$HOME `id` "x" \\ !', "'; rm x; '", 'a\nb'])(
  'curl gets %j as it is',
  (password) => {
    const request = makeRequest({
      from: 'client',
      to: 'server',
      method: 'POST',
      target: '/login',
      origin,
      json: { password },
    });
    const command = toCurl(request, origin).replace(/^curl/, "printf '%s\\0'");
    const args = execFileSync('sh', ['-c', command]).toString().split('\0').slice(0, -1);
    expect(args).toEqual([
      '-i',
      '-X',
      'POST',
      '-H',
      'Content-Type: application/json',
      '--data-raw',
      request.body,
      `${origin}/login`,
    ]);
  },
);

test('a GET needs no method and no data', () => {
  const [message] = getFrame(walk, 11).session.messages;
  if (!message) throw new RangeError('no request');
  expect(toCurl(message, origin)).toBe(`curl -i '${origin}/profile'`);
});

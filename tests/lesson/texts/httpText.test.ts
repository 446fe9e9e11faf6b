import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { openTelling } from '../../../src/lesson/tell.ts';
import type { HttpTelling } from '../../../src/lesson/telling.ts';
import { toCurl, toWireText } from '../../../src/lesson/texts/http/httpText.ts';
import { runWalk } from '../../sim/runs.ts';

const { at } = openTelling(await runWalk());

/** The first HTTP message of a step in the session's lane. */
function getMessage(step: number): HttpTelling {
  const [message] = at(step).session.messages;
  if (!message || message.kind === 'store') throw new RangeError(`no message at step ${step}`);
  return message;
}

test('a message is its start line, its fields, an empty line and its body', () => {
  expect(toWireText(getMessage(1))).toBe(
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
    const body = JSON.stringify({ password });
    const command = toCurl({ ...getMessage(1), body }).replace(/^curl/, "printf '%s\\0'");
    const args = execFileSync('sh', ['-c', command]).toString().split('\0').slice(0, -1);
    expect(args).toEqual([
      '-i',
      '-X',
      'POST',
      '-H',
      'Content-Type: application/json',
      '--data-raw',
      body,
      'http://localhost:3000/login',
    ]);
  },
);

test('a GET needs no method and no data', () => {
  expect(toCurl(getMessage(11))).toBe("curl -i 'http://localhost:3000/profile'");
});

import { expect, test } from 'vitest';
import { run } from '../../src/cli/machine/run.mjs';
import { openTurns } from '../../src/cli/test/turns.mjs';

test('works at the same time are heard one after the other, the first as it speaks', () => {
  const heard: string[] = [];
  const turns = openTurns((chunk: string) => heard.push(chunk));
  const [first, second, third] = [turns.take(), turns.take(), turns.take()];
  second.say('b1');
  first.say('a1');
  third.say('c1');
  expect(heard).toEqual(['a1']);
  third.end();
  second.end();
  expect(heard).toEqual(['a1']);
  first.say('a2');
  first.end();
  expect(heard).toEqual(['a1', 'a2', 'b1', 'c1']);
});

test('what a program says comes whole, on both of its outputs', async () => {
  const heard: string[] = [];
  const script =
    'process.stdout.write("x".repeat(300000)); process.stderr.write("e"); process.exitCode = 3';
  const code = await run(process.execPath, ['-e', script], {
    say: (chunk: Buffer) => heard.push(chunk.toString()),
  });
  expect(code).toBe(3);
  expect(heard.join('').replaceAll('e', '')).toBe('x'.repeat(300_000));
  expect(heard.join('')).toContain('e');
});

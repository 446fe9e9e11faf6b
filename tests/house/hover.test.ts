import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const SHEETS = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.css'),
);

/** Lists the rules for what a pointer is over that a finger would leave behind as well. */
function listStuck(sheet: string): string[] {
  const inMouse = /@media \(hover: hover\) \{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g;
  return sheet.replace(inMouse, '').match(/[^{}\n]*:hover[^{}\n]*/g) ?? [];
}

test('a tap leaves nothing looking as if a pointer were over it', () => {
  expect(listStuck('.a:hover { color: red; }')).toEqual(['.a:hover ']);
  expect(listStuck('@media (hover: hover) { .a:hover { color: red; } }')).toEqual([]);
  const stuck = SHEETS.flatMap((name) => {
    const found = listStuck(readFileSync(`src/${name}`, 'utf8'));
    return found.map((rule) => `${name}: ${rule}`);
  });
  expect(stuck).toEqual([]);
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CHECKED_VERSIONS } from '../../src/lesson/texts/checkedVersions.ts';

const readJson = (path: string) =>
  JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

for (const [name, version] of Object.entries(CHECKED_VERSIONS)) {
  test(`the page names the version of ${name} that these tests ran with`, () => {
    expect(version).toBe(readJson(`node_modules/${name}/package.json`).version);
  });
}

test('the take-home folder installs the versions that were checked', () => {
  const { dependencies } = readJson('src/reference/takeHome/package.json');
  const { express, jsonwebtoken, 'express-session': session } = CHECKED_VERSIONS;
  expect(dependencies).toEqual({ express, 'express-session': session, jsonwebtoken });
});

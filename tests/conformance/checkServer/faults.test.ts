import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FAULTS } from './servers/faults.ts';
import { KEYS, SPKI, serveConfused } from './servers/keys.ts';
import { ORIGINS } from './servers/origins.ts';
import { check, findCheck, testServers } from './suite.ts';

testServers([...KEYS, ...FAULTS, ...ORIGINS]);

test('a public key that no page shows is read from a file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'check-server-'));
  try {
    const file = join(folder, 'public.pem');
    writeFileSync(file, SPKI);
    const app = () => serveConfused(SPKI);
    const [without, withKey] = [
      await check({ app }),
      await check({ app, options: ['--public-key', file] }),
    ];
    expect(findCheck(without, 'token.confusion').came).toMatch(/--public-key/);
    expect(findCheck(withKey, 'token.confusion').mark).toBe('fail');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

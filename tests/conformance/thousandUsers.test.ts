import session from 'express-session';
import { expect, test } from 'vitest';
import { createSessionApp } from '../../src/reference/sessionServer.js';
import { countTrace } from '../../src/sim/counts.ts';
import { SCENARIOS } from '../../src/sim/scenarios.ts';
import { runScenario } from '../../src/sim/trace.ts';
import { withServer } from './harness/server.ts';

const USERS = 1000;
const AT_ONCE = 20;

/** Logs so many users in at a real server and returns what its store then has. */
async function logAllIn(): Promise<Record<string, string>> {
  const store = new session.MemoryStore();
  // Slow on purpose and no part of this: the hash of a password. Every ID is as long as ada's.
  const checkPassword = async (username: string) => ({ id: username });
  const parts: object = { store, checkPassword };
  await withServer(createSessionApp(parts), async ({ port }) => {
    const names = Array.from({ length: USERS }, (_, i) => `u${String(i).padStart(5, '0')}`);
    while (names.length > 0) {
      const logins = names.splice(0, AT_ONCE).map(async (username) => {
        const answer = await fetch(`http://127.0.0.1:${port}/login`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ username, password: 'any' }),
        });
        expect(answer.status).toBe(200);
        await answer.arrayBuffer();
      });
      await Promise.all(logins);
    }
  });
  return store.sessions as Record<string, string>;
}

test('a thousand real logins leave a thousand times what the scenario says of one', async () => {
  const scenario = SCENARIOS.find(({ id }) => id === 'thousand-users');
  if (!scenario) throw new Error('no thousand-users');
  const trace = await runScenario(scenario);
  const [first, second] = [1, 2].map((step) => countTrace(trace, step).session.keptBytes);
  const each = (second ?? 0) - (first ?? 0);

  const records = Object.entries(await logAllIn());
  expect(records).toHaveLength(USERS);
  const json = JSON.stringify(
    Object.fromEntries(records.map(([sid, record]) => [sid, JSON.parse(record)])),
  );
  // The braces around all of them have no comma: one byte more.
  expect(Buffer.byteLength(json)).toBe(USERS * each + 1);
});

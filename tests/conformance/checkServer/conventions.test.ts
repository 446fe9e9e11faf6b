import { expect, test } from 'vitest';
import { GUARDS } from './servers/guards.ts';
import { check, testServers } from './suite.ts';

testServers(GUARDS);

test.each(GUARDS.filter(({ problem }) => problem))(
  'nobody is logged in, right or wrong, at $name',
  async (one) => {
    const { logins, attempts } = await check(one);
    expect([logins, attempts]).toEqual([0, 0]);
  },
);

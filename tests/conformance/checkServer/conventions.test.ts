import { expect, test } from 'vitest';
import { CONVENTIONS } from './servers/conventions.ts';
import { GUARDS } from './servers/guards.ts';
import { check, testServers } from './suite.ts';

testServers([...GUARDS, ...CONVENTIONS]);

test.each(GUARDS.filter(({ problem }) => problem))(
  'nobody is logged in, right or wrong, at $name',
  async (one) => {
    const { logins, attempts } = await check(one);
    expect([logins, attempts]).toEqual([0, 0]);
  },
);

test.each([
  // One as JSON tells that there is a guard, and one that the token is read in a form.
  ['NextAuth', 3],
  ['Laravel', 2],
  ['Rails', 1],
  ['Django', 1],
])('%s is found with %i wrong logins', async (name, wrong) => {
  const one = CONVENTIONS.find((each) => each.name.includes(name));
  if (!one) throw new RangeError(name);
  const report = await check({ ...one, options: ['--profile-path', '/nothing/is/here'] });
  expect([report.logins, report.attempts]).toEqual([1, wrong]);
});

import { expect, test } from 'vitest';
import { LOGOUTS } from './servers/logouts.ts';
import { check, findCheck, testServers } from './suite.ts';

testServers(LOGOUTS);

test.each([
  ['a link with a key of the session', '--logout-path /log/logout.php'],
  ['a cookie that is cleared with a space', "--logout-path '/gate?action=logout'"],
])('the option that is told holds no key of one session: %s', async (name, option) => {
  const one = LOGOUTS.find((each) => each.name.endsWith(name));
  if (!one) throw new RangeError(name);
  const { found } = await check(one);
  expect(found?.options).toContain(option);
  const value = option.replace('--logout-path ', '').replaceAll("'", '');
  const again = await check({ ...one, options: ['--logout-path', value] });
  expect(again.found?.lines).toEqual(found?.lines);
});

test('the line that clears a cookie is not read as the one that sets it', async () => {
  const one = LOGOUTS.find(({ name }) => name.endsWith('cleared with a space'));
  if (!one) throw new RangeError('there is no such server');
  expect(findCheck(await check(one), 'request.crossSite').mark).toBe('pass');
});

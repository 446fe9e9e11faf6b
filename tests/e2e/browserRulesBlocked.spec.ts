import { test } from './browserRules/fixtures.ts';
import { BLOCKED } from './browserRules/setting.ts';

test.use({ thirdPartyCookies: 'blocked' });

test('with third-party cookies blocked', async ({ prove }) => {
  for (const each of BLOCKED) await test.step(each.rule, () => prove(each));
});

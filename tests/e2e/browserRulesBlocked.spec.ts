import { test } from './browserRules/fixtures.ts';
import { BLOCKED } from './browserRules/setting.ts';

test.use({ thirdPartyCookies: 'blocked' });

test.describe('with third-party cookies blocked', () => {
  for (const each of BLOCKED) test(each.rule, ({ prove }) => prove(each));
});

import { BLOCKED_RULES } from './origins/cases.ts';
import { test } from './origins/fixtures.ts';

test.use({ thirdPartyCookies: 'blocked' });

for (const { rule, cases } of BLOCKED_RULES) test(rule, ({ prove }) => prove(cases));

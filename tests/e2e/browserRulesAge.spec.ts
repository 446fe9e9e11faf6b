import { AGE } from './browserRules/age.ts';
import { test } from './browserRules/fixtures.ts';

test.use({ shortRule: true });

for (const each of AGE) test(each.rule, ({ prove }) => prove(each));

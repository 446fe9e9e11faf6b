import { GROUPS } from './browserRules/cases.ts';
import { test } from './browserRules/fixtures.ts';

for (const [group, cases] of Object.entries(GROUPS)) {
  test.describe(group, () => {
    for (const each of cases) test(each.rule, ({ prove }) => prove(each));
  });
}

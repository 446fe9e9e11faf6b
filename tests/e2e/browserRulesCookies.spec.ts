import { GROUPS } from './browserRules/cases.ts';
import { test } from './browserRules/fixtures.ts';

// One test a group: a test of its own would cost most rules more than what is done for them.
for (const [group, cases] of Object.entries(GROUPS)) {
  test(group, async ({ prove }) => {
    for (const each of cases) await test.step(each.rule, () => prove(each));
  });
}

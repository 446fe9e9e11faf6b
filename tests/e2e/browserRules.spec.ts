import { CLEARING, SECURE } from './browserRules/clearing.ts';
import { test } from './browserRules/fixtures.ts';
import { DOMAINS, ORDER, PATHS } from './browserRules/scope.ts';
import { SCRIPTS } from './browserRules/scripts.ts';
import { SETTING, SITES } from './browserRules/sites.ts';
import { ATTRIBUTES, DATES, LIFETIMES, PAIRS, PREFIXES, SIZES } from './browserRules/storing.ts';

const GROUPS = {
  PAIRS,
  SIZES,
  ATTRIBUTES,
  PREFIXES,
  LIFETIMES,
  DATES,
  DOMAINS,
  PATHS,
  ORDER,
  CLEARING,
  SECURE,
  SITES,
  SETTING,
  SCRIPTS,
};
for (const [group, cases] of Object.entries(GROUPS)) {
  test.describe(group, () => {
    for (const each of cases) test(each.rule, ({ prove }) => prove(each));
  });
}

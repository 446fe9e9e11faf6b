import type { Case } from './browserRules/acts.ts';
import { ATTRIBUTES, PREFIXES } from './browserRules/attributes.ts';
import { CLEARING, SECURE } from './browserRules/clearing.ts';
import { test } from './browserRules/fixtures.ts';
import { DATES, LIFETIMES } from './browserRules/lifetimes.ts';
import { ORDER, PATHS } from './browserRules/paths.ts';
import { DOMAINS } from './browserRules/scope.ts';
import { SCRIPTS } from './browserRules/scripts.ts';
import { SETTING } from './browserRules/setting.ts';
import { SITES } from './browserRules/sites.ts';
import { PAIRS, SIZES } from './browserRules/storing.ts';

const GROUPS: Readonly<Record<string, readonly Case[]>> = {
  'what becomes a cookie': PAIRS,
  'how large it may be': SIZES,
  'how attributes are read': ATTRIBUTES,
  'what its prefix promises': PREFIXES,
  'how long it lasts': LIFETIMES,
  'how Expires is read': DATES,
  'which hosts it reaches': DOMAINS,
  'which paths it reaches': PATHS,
  'in which order cookies are sent': ORDER,
  'what clears it': CLEARING,
  'what http may do to the cookies of https': SECURE,
  'who sends it to which site': SITES,
  'whose response may set it': SETTING,
  'what a script may do': SCRIPTS,
};

for (const [group, cases] of Object.entries(GROUPS)) {
  test.describe(group, () => {
    for (const each of cases) test(each.rule, ({ prove }) => prove(each));
  });
}

import { ORIGIN_RULES } from './origins/cases.ts';
import { test } from './origins/fixtures.ts';

for (const { rule, cases } of ORIGIN_RULES) test(rule, ({ prove }) => prove(cases));

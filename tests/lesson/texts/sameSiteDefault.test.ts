import { expect, test } from 'vitest';
import { toPlainText } from '../../../src/lesson/page/toPlainText.ts';
import { COOKIE_INSPECT_TEXTS } from '../../../src/lesson/texts/inspect/cookie.ts';
import { sayRefusal } from '../../../src/lesson/texts/inspect/refusals.ts';
import { sayRemark } from '../../../src/lesson/texts/inspect/remarks.ts';
import { SAME_SITE_TEXTS } from '../../../src/lesson/texts/panels/reference/sameSite.ts';
import { SCENARIO_NOTES } from '../../../src/lesson/texts/scenarios/scenarioNotes.ts';
import { GLOSSARY } from '../../../src/lesson/texts/terms/glossary.ts';
import { sayDefence } from '../../../src/lesson/words/refusal/defence.ts';
import { SCENARIOS } from '../../../src/sim/scenarios.ts';

const { rules } = COOKIE_INSPECT_TEXTS;

/** Where it is told at length what becomes of a cookie without SameSite. */
const TOLD: Readonly<Record<string, string>> = {
  glossary: toPlainText(GLOSSARY['same-site'].meaning),
  table: SAME_SITE_TEXTS.gist,
  'remark, not set': sayRemark({ about: 'sameSiteUnset' }).why,
  'remark, not known': sayRemark({ about: 'sameSiteUnknown', value: 'x' }).why,
  'rule, young': rules.unsetYoung[0],
  'rule, old': rules.unsetOld[0],
  ...Object.fromEntries(
    SCENARIOS.filter(({ id, settings: { session } }) => /^csrf-/.test(id) && !session.sameSite).map(
      ({ id }) => [id, SCENARIO_NOTES[id].text],
    ),
  ),
};

test.each(Object.entries(TOLD))('without SameSite each browser has its own rule: %s', (_, text) => {
  for (const browser of ['Chromium', 'Firefox', 'Safari']) expect(text).toContain(browser);
});

// Chromium's rule is what the engine follows: where it keeps a cookie back, it is named.
test.each([
  ['a badge', sayDefence({ type: 'sameSite', rule: null })],
  ['the table', SAME_SITE_TEXTS.rows.unsetYoung],
  ['the table', SAME_SITE_TEXTS.rows.unsetOld],
  ['the rule of a fetch', rules.unsetFetch[0]],
  [
    'a refusal',
    sayRefusal({ why: 'otherSite', page: 'a', server: 'b', sameSite: null, bySchemeAlone: false })
      .why,
  ],
])('Lax as a default is Chromium’s: %s', (_, text) => {
  expect(text).toContain('Chromium');
});

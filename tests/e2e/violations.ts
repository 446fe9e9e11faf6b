import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, SIZES, settle } from './page.ts';

/** Tells whether the page and its frames have axe from a look before. */
async function isPrepared(page: Page): Promise<boolean> {
  const look = page.frames().map((frame) => frame.evaluate(() => 'axe' in window));
  return (await Promise.all(look)).every((found) => found);
}

/** Lists what axe finds wrong with the page as it is, in words; by some of its rules, or by all. */
export async function findViolations(page: Page, rules?: readonly string[]): Promise<string[]> {
  // To read half a megabyte of axe is a third of a look: once a document will do.
  const axeSource = (await isPrepared(page)) ? ';' : undefined;
  const { violations } = await new AxeBuilder({ page, axeSource })
    // Keeps the run in this page: the policy has no part in it, and no page is opened.
    .setLegacyMode()
    // What passes is not listed node by node, which takes half the time.
    .options({
      resultTypes: ['violations'],
      ...(rules && { runOnly: { type: 'rule', values: [...rules] } }),
    })
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
  );
}

/** Expects axe to find nothing wrong with the page as it is. */
export async function expectNoViolations(page: Page, where: string, rules?: readonly string[]) {
  expect.soft(await findViolations(page, rules), where).toEqual([]);
}

/** The rules that read colours: all that can come out another way where only the scheme changes. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Expects it in light, and in dark of what depends on it. */
export async function expectNoViolationsInSchemes(page: Page, where: string) {
  await page.emulateMedia({ colorScheme: 'light' });
  await settle(page);
  await expectNoViolations(page, `${where}, light`);
  await page.emulateMedia({ colorScheme: 'dark' });
  await settle(page);
  await expectNoViolations(page, `${where}, dark`, COLOUR_RULES);
}

export type Look = readonly [scheme: 'light' | 'dark', size: { width: number; height: number }];

/** Each scheme and each layout once: no rule of axe depends on both. */
export const LOOKS: readonly Look[] = [
  ['light', SIZES.desktop],
  ['dark', SIZES.phone],
];

/** Expects it in both looks of the page; `show` brings into view what it is about. */
export async function expectNoViolationsInLooks(
  page: Page,
  where: string,
  show: () => Promise<void> = async () => {},
) {
  for (const [colorScheme, size] of LOOKS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(size);
    await settle(page);
    await show();
    await expectNoViolations(page, `${where}, ${colorScheme}, ${size.width} wide`);
  }
}

import { WAYS } from '../../src/player/practise/ways.ts';
import { expect, follow, open, type Page, SIZES, settle, test } from './page.ts';
import { expectNoViolations, LOOKS } from './violations.ts';

/** Each way, and what it looks like with something of it open. */
const PLACES = [
  ...WAYS,
  ...['learn/show', 'why/logout-ends-token', 'challenge/only-token', 'challenge/random.2.17'],
];

/** Opens a way, answers its first question by its first option, and waits until nothing is being run. */
async function openAnswered(page: Page, place: string) {
  await follow(page, `#way=${place}`);
  const part = page.locator('main [data-place="check"]');
  await expect(part.getByRole('heading').first(), place).toBeVisible();
  await expect(page.getByText('It is being run …'), place).toHaveCount(0);
  await settle(page);
  const question = part.locator('form').filter({ has: page.getByRole('radio') });
  if ((await question.count()) === 0) return;
  await question.first().getByRole('radio').first().check({ force: true });
  const check = question.first().getByRole('button', { name: 'Check', exact: true });
  if ((await check.count()) > 0) await check.click();
  await settle(page);
}

for (const [colorScheme, viewport] of LOOKS) {
  test.describe(`${colorScheme}, ${viewport.width} wide`, () => {
    test.use({ colorScheme, viewport });

    test('axe finds nothing in any way to learn, asked and answered, and none is too wide', async ({
      page,
    }) => {
      await open(page, '#view=check');
      for (const place of PLACES) {
        await openAnswered(page, place);
        await expectNoViolations(page, place);
        if (viewport.width !== SIZES.phone.width) continue;
        await page.setViewportSize(SIZES.narrow);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect
          .soft(width, `${place} on the narrowest screen`)
          .toBeLessThanOrEqual(SIZES.narrow.width);
        await page.setViewportSize(viewport);
      }
    });
  });
}

import { findSpills } from './layout.ts';
import {
  expect,
  expectStep,
  goTo,
  notices,
  open,
  type Page,
  playback,
  SIZES,
  scrubber,
  settle,
  test,
} from './page.ts';
import { expectNoViolations } from './violations.ts';

const strip = (page: Page) => page.getByRole('navigation', { name: 'Playlist' });
const scenario = (page: Page) => page.getByRole('combobox', { name: 'Scenario' });
const question = (page: Page) => page.getByRole('group', { name: 'Before you go on' });
const share = (page: Page) => page.getByRole('dialog', { name: 'Share' });
const openShare = async (page: Page) => {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const more = share(page).getByRole('button', { name: /^File of the run/ });
  if ((await more.getAttribute('aria-expanded')) === 'false') await more.click();
};

test('a list is made in Share by adding what is open, and gone through in order', async ({
  page,
}) => {
  await open(page, '#step=4&scenario=wrong-password');
  await openShare(page);
  await share(page).getByRole('button', { name: 'Add this place' }).click();
  await page.keyboard.press('Escape');
  await page.evaluate(() => location.assign('#view=check&way=why'));
  await expect(page.getByRole('heading', { name: 'Why' })).toBeVisible();
  await openShare(page);
  await share(page).getByRole('button', { name: 'Add this place' }).click();
  await share(page).getByRole('button', { name: 'Add this place' }).click();
  await share(page)
    .getByRole('button', { name: /^Remove: Why/ })
    .last()
    .click();
  await expect(share(page).getByRole('listitem')).toHaveText([/^Wrong password, step 4/, /^Why/]);
  await expectNoViolations(page, 'the list that is made');
  const link = await share(page)
    .getByRole('textbox', { name: 'Link to the playlist' })
    .inputValue();
  expect(new URL(link).hash).toBe('#step=4&scenario=wrong-password&list=wrong-password@4,why');

  await page.goto('about:blank');
  await page.goto(link);
  await expectStep(page, 4);
  await expect(strip(page)).toContainText('1 of 2 Wrong password, step 4');
  await expect(strip(page).getByRole('button', { name: 'Previous' })).toBeDisabled();
  await page.keyboard.press('ArrowLeft');
  await strip(page).getByRole('button', { name: 'Next' }).click();
  await expect(strip(page)).toContainText('2 of 2 Why');
  await expect(page.getByRole('heading', { name: 'Why' })).toBeVisible();
  await page.reload();
  await expect(strip(page)).toContainText('2 of 2 Why');
  await page.goBack();
  await expect(strip(page)).toContainText('1 of 2');
  await expectStep(page, 3);
  await strip(page).getByRole('button', { name: 'Leave the list' }).click();
  await expect(strip(page)).toHaveCount(0);
  await expect(scenario(page)).toHaveValue('wrong-password');
  await expect
    .poll(() => page.evaluate(() => location.hash))
    .toBe('#step=3&scenario=wrong-password');
});

test('a list with what does not exist says so and shows the rest', async ({ page }) => {
  await open(page, '#list=9:nothing,stolen-then-logout@8,why');
  await expect(strip(page)).toContainText('2 of 2 Why');
  // One after the other, the latest first.
  const told: string[] = [];
  while ((await notices(page).getByRole('paragraph').count()) > 0) {
    told.push(await notices(page).innerText());
    await notices(page).getByRole('button', { name: 'Dismiss' }).click();
  }
  expect(told.join(' ')).toContain('“nothing”, which does not exist');
  expect(told.join(' ')).toContain('no place 9');
});

test('a task is held before its question, however one goes on, until it is answered', async ({
  page,
}) => {
  await open(page, '#step=8&scenario=stolen-then-logout&task=1');
  await expect(question(page)).toBeVisible();
  const held = Number(await scrubber(page).inputValue());
  expect(held).toBeLessThan(8);
  await expect(question(page).getByRole('button', { name: 'Skip' })).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expectStep(page, held);
  await expect(question(page).getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await playback(page).getByRole('button', { name: 'Last step' }).click();
  await expectStep(page, held);
  await playback(page).getByRole('button', { name: 'Next step' }).click();
  await playback(page).getByRole('button', { name: 'Next step' }).click();
  await expectStep(page, held);
  await goTo(page, 'Reference');
  await expect(notices(page)).toContainText(
    `go on to its question, which is asked before step ${held + 1}`,
  );
  await expectStep(page, held);
  await expect(page.locator('html')).toHaveAttribute('data-view', 'walk');
  await expectNoViolations(page, 'a task');
  await openShare(page);
  await expect(share(page).getByRole('heading', { name: 'Picture of the stage' })).toBeVisible();
  await expect(share(page).getByRole('region', { name: 'Take the run along' })).toContainText(
    'This is a task',
  );
  await expect(share(page).getByRole('combobox', { name: 'Format' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  // Nor does an address lead past it, in the page that is open.
  await page.evaluate(() => location.assign('#step=9&scenario=stolen-then-logout&task=1'));
  await expect.poll(() => page.evaluate(() => location.hash)).toMatch(`step=${held}&`);
  await expectStep(page, held);

  await question(page).getByRole('radio').first().check({ force: true });
  await question(page).getByRole('button', { name: 'Check' }).click();
  await expectStep(page, held + 1);
  await page.keyboard.press('End');
  await expect(page.getByRole('region', { name: 'Result' })).toBeVisible();
  await goTo(page, 'Reference');
  await expect(page.locator('html')).toHaveAttribute('data-view', 'reference');
  // What was answered stays so. The address has the place once that is painted.
  await expect(page).toHaveURL(/view=reference/);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-view', 'reference');
});

test('a task of the walk shows no name of a node to come', async ({ page }) => {
  await open(page, '#step=2&task=1');
  await expect(question(page)).toBeVisible();
  const flow = page.getByRole('region', { name: 'Flow diagram' });
  const readOpacity = (name: string) =>
    flow
      .getByRole('button', { name })
      .first()
      .locator('span')
      .first()
      .evaluate((text) => getComputedStyle(text).opacity);
  expect(await readOpacity('Server verifies credentials')).toBe('1');
  expect(await readOpacity('Server verifies token')).toBe('0');
  await expectNoViolations(page, 'a task of the walk');
});

test('the strip fits a narrow window', async ({ page }) => {
  await page.setViewportSize(SIZES.narrow);
  await open(page, '#list=two-servers-no-shared-store@3,challenge/only-token&task=1');
  await expect(strip(page)).toBeVisible();
  await settle(page);
  expect(await findSpills(page)).toEqual([]);
  for (const button of await strip(page).getByRole('button').all()) {
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(24);
  }
  await expectNoViolations(page, 'the strip');
});

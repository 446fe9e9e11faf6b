import { expect, goTo, open, SIZES, test, tracker, visitEach } from './page.ts';
import { expectNoViolations, expectNoViolationsInSchemes, LOOKS } from './violations.ts';

for (const [colorScheme, viewport] of LOOKS) {
  test.describe(`${colorScheme}, ${viewport.width} wide`, () => {
    test.use({ colorScheme, viewport });

    test('axe finds nothing at the steps that differ most', async ({ page }) => {
      const hashes = [0, 4, 9, 12].map((step) => `#step=${step}`);
      await visitEach(page, hashes, (hash) => expectNoViolations(page, hash));
    });
  });
}

test('axe finds nothing in what opens, light or dark', async ({ page }) => {
  const expectNone = (where: string) => expectNoViolationsInSchemes(page, where);
  await open(page, '#step=6&bad=1');
  await tracker(page).getByRole('button', { name: 'token' }).click();
  await page.getByRole('radio', { name: 'All steps' }).check({ force: true });
  await goTo(page, 'Check yourself');
  const quiz = page.getByRole('region', { name: 'Quiz' });
  for (const question of await quiz.getByRole('group').all()) {
    await question.getByRole('button', { name: 'Hint' }).click();
    await question.getByRole('radio').first().check();
    await question.getByRole('button', { name: 'Check answer' }).click();
  }
  await expectNone('quiz checked');
  await quiz.getByRole('button', { name: 'Show me' }).first().click();
  await expectNone('token open, all steps, cell marked');
  for (const place of ['What breaks it', 'Try it', 'Reference']) {
    await goTo(page, place);
    await expectNone(place);
  }
  await test.step('the questions as a phone has them, with their answers', async () => {
    await page.setViewportSize(SIZES.phone);
    await goTo(page, 'What breaks it');
    await page.getByRole('checkbox', { name: 'Show answers' }).check();
    await expectNone('answers on a phone');
    const row = page.getByRole('row').filter({ hasText: 'Can another site act with my cookie?' });
    const parts = [
      row.getByRole('button').first(),
      ...(await row.getByRole('listitem').all()).slice(-1),
      ...(await row.getByRole('cell').all()),
      row.getByRole('paragraph'),
    ];
    let end = 0;
    for (const [i, part] of parts.entries()) {
      const { y, height } = (await part.boundingBox()) ?? { y: 0, height: 0 };
      expect(y, `part ${i} is below the one before`).toBeGreaterThanOrEqual(end);
      if (i > 0 && i < 4) expect(height, `part ${i} has one line`).toBeLessThan(28);
      end = y + height;
    }
    await page.setViewportSize(SIZES.desktop);
  });
  await page.locator('body').press('?');
  await expectNone('shortcuts open');
});

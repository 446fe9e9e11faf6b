import {
  expect,
  expectStep,
  LAST_STEP,
  open,
  playback,
  scrubber,
  stage,
  table,
  test,
  tracker,
} from './page.ts';

test('the whole walk and back by the buttons', async ({ page }) => {
  await open(page, '#predict=0');
  const button = (name: string) => playback(page).getByRole('button', { name });
  await expect(button('Previous step')).toBeDisabled();
  await expect(button('First step')).toBeDisabled();
  for (let step = 1; step <= LAST_STEP; step++) {
    await button('Next step').click();
    await expectStep(page, step);
  }
  await expect(button('Next step')).toBeDisabled();
  await expect(button('Last step')).toBeDisabled();
  for (let step = LAST_STEP - 1; step >= 0; step--) {
    await button('Previous step').click();
    await expectStep(page, step);
  }
  await button('Last step').click();
  await expectStep(page, LAST_STEP);
  await button('First step').click();
  await expectStep(page, 0);
});

test('a click on a row, a step’s button or a node of the flow jumps there', async ({ page }) => {
  await open(page);
  await table(page).getByText('Server verifies auth').click();
  await expectStep(page, 7);
  await table(page).getByRole('button', { name: 'Go to step 3' }).click();
  await expectStep(page, 3);
  const flow = page.getByRole('region', { name: 'Flow diagram' });
  await flow.getByRole('button', { name: 'Send token to client' }).click();
  await expectStep(page, 4);
  await expect(flow.locator('[aria-current="step"]')).toHaveText([
    'Send session ID cookie',
    'Send token to client',
  ]);
});

test('a drag of the scrubber goes through the steps and pauses', async ({ page }) => {
  await open(page);
  await playback(page).getByRole('button', { name: 'Play' }).click();
  const box = await scrubber(page).boundingBox();
  if (!box) throw new Error('the scrubber has no box');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 10, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, y, { steps: 6 });
  await expectStep(page, 6);
  await page.mouse.move(box.x + box.width - 2, y, { steps: 6 });
  await page.mouse.up();
  await expectStep(page, LAST_STEP);
  await expect(playback(page).getByRole('button', { name: 'Play' })).toBeVisible();
});

test('playing walks on by itself and stops at the end', async ({ page }) => {
  await page.clock.install();
  await open(page, '#step=9&predict=0');
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('4×');
  await playback(page).getByRole('button', { name: 'Play' }).click();
  // No step has more words than are read in half a minute; the shortest stays 5 s, a quarter of that at 4×.
  await page.clock.runFor(1200);
  await expectStep(page, 9);
  await page.clock.runFor(7500);
  await expect(scrubber(page)).not.toHaveValue('9');
  await page.clock.runFor(22_500);
  await expectStep(page, LAST_STEP);
  await playback(page).getByRole('button', { name: 'Play' }).click();
  await expectStep(page, 0);
});

test('a key moment jumps and brings the cell that it marks into view', async ({ page }) => {
  await open(page, '#view=reference');
  const moments = page.getByRole('region', { name: 'Key moments' });
  await moments.getByRole('button', { name: 'See sessionCookie at step 6' }).click();
  await expectStep(page, 6);
  const marked = tracker(page).locator('[data-marked]');
  await expect(marked).toHaveText(/^sent with request/);
  await expect(marked).toBeInViewport();
});

test('a mouse dragged over the stage does not step', async ({ page }) => {
  await open(page, '#step=4');
  const box = await stage(page).boundingBox();
  if (!box) throw new Error('the stage has no box');
  await page.mouse.move(box.x + 600, box.y + 200);
  await page.mouse.down();
  await page.mouse.move(box.x + 200, box.y + 200, { steps: 5 });
  await page.mouse.up();
  await expectStep(page, 4);
});

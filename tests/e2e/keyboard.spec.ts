import {
  expect,
  expectStep,
  LAST_STEP,
  open,
  playback,
  scrubber,
  stage,
  test,
  walkThereAndBack,
} from './page.ts';

test('the whole walk and back by the arrow keys', async ({ page }) => {
  await open(page);
  await walkThereAndBack(page, (step) => expectStep(page, step));
  await page.keyboard.press('ArrowLeft');
  await expectStep(page, 0);
});

test('Page Down, Page Up, Home, End and R step, and stop at the ends', async ({ page }) => {
  await open(page);
  await page.keyboard.press('PageDown');
  await expectStep(page, 1);
  await page.keyboard.press('PageUp');
  await expectStep(page, 0);
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowRight');
  await expectStep(page, LAST_STEP);
  await page.keyboard.press('Home');
  await expectStep(page, 0);
  await page.keyboard.press('PageDown');
  await page.keyboard.press('r');
  await expectStep(page, 0);
});

test('the stepping keys work from a focused button and from the scrubber', async ({ page }) => {
  await open(page);
  await playback(page).getByRole('button', { name: 'Next step' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await expectStep(page, 2);
  await scrubber(page).focus();
  for (const key of ['ArrowRight', 'PageDown', 'ArrowUp']) await page.keyboard.press(key);
  await expectStep(page, 5);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('PageUp');
  await expectStep(page, 3);
  await page.keyboard.press('End');
  await expectStep(page, LAST_STEP);
  await page.keyboard.press('Home');
  await expectStep(page, 0);
});

test('places, bar and flow are one stop each, in which Up and Down go on and Right steps', async ({
  page,
}) => {
  await open(page, '#step=6&predict=0');
  const bar = playback(page);
  const next = bar.getByRole('button', { name: 'Next step' });
  await next.focus();
  const order = ['Last step', 'What if…', 'Speed'];
  for (const name of order) {
    await page.keyboard.press('ArrowDown');
    await expect(bar.getByLabel(name).or(bar.getByText(name, { exact: true }))).toBeFocused();
  }
  // Up and Down are the list’s own: the Tab key leads on.
  await page.keyboard.press('Shift+Tab');
  await expect(next).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(bar.getByRole('button', { name: 'Play' })).toBeFocused();
  for (const name of ['Previous step', 'First step']) {
    await page.keyboard.press('ArrowUp');
    await expect(bar.getByRole('button', { name })).toBeFocused();
  }
  await page.keyboard.press('ArrowUp');
  await expect(scrubber(page)).toBeFocused();
  await expectStep(page, 6);
  await page.keyboard.press('Tab');
  const node = page.getByRole('button', { name: 'Server checks session ID' });
  await expect(node).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator(':focus')).toHaveText(/^Allow or deny access/);
  await page.keyboard.press('ArrowRight');
  await expectStep(page, 7);
  await page.getByRole('link', { name: 'Walk', exact: true }).focus();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('link', { name: 'Reference', exact: true })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expectStep(page, 6);
});

test('Space plays, unless a button has the focus', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Space');
  const pause = playback(page).getByRole('button', { name: 'Pause' });
  await expect(pause).toBeVisible();
  await page.keyboard.press('Space');
  await expect(pause).toBeHidden();
  await playback(page).getByRole('button', { name: 'Next step' }).focus();
  await page.keyboard.press('Space');
  await expectStep(page, 1);
  await expect(pause).toBeHidden();
});

test('a radio group, a select and a box that scrolls keep their arrows', async ({ page }) => {
  await open(page, '#step=6');
  await page.getByRole('radio', { name: 'Both' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Session', exact: true })).toBeChecked();
  await expectStep(page, 6);
  await page.getByRole('combobox', { name: 'Speed' }).focus();
  for (const key of ['ArrowDown', 'End', 'b']) await page.keyboard.press(key);
  await expectStep(page, 6);
  await expect(page.getByRole('radio', { name: 'Session', exact: true })).toBeChecked();
  await page.getByRole('group', { name: 'Execution table, scrollable' }).focus();
  await page.keyboard.press('PageDown');
  await expectStep(page, 6);
});

test('modified keys are the browser’s', async ({ page }) => {
  await open(page, '#step=6');
  for (const key of ['Control+End', 'Shift+End', 'Control+s', 'Meta+b', 'Alt+t']) {
    await page.keyboard.press(key);
  }
  await expectStep(page, 6);
  await expect(page.getByRole('radio', { name: 'Both' })).toBeChecked();
});

test('the shortcuts and the dotted words open, keep the focus, close, and give it back', async ({
  page,
}) => {
  await open(page, '#step=3');
  const opener = page.getByRole('button', { name: 'Keyboard shortcuts' });
  await opener.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(dialog).toBeVisible();
  for (let i = 0; i < 6; i++) {
    await page.keyboard.press('Tab');
    // Between the last control and the first a modal dialog lets the browser's own have its turn.
    const outside = await page.evaluate(() => {
      const { activeElement, body } = document;
      return activeElement !== body && activeElement?.closest('dialog') === null;
    });
    expect(outside).toBe(false);
  }
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
  await expectStep(page, 3);

  // The dotted words of the stage are one stop: Up and Down go from one to the next.
  const word = stage(page).getByRole('button', { name: 'Session-based' });
  await word.focus();
  await page.keyboard.press('ArrowDown');
  const next = stage(page).locator('p [data-term]').first();
  await expect(next).toBeFocused();
  await page.keyboard.press('Enter');
  const glossary = page.getByRole('dialog', { name: 'Glossary' });
  await expect(glossary).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(glossary).toBeHidden();
  await expect(next).toBeFocused();
  // The word goes with its step, the focus does not.
  await page.keyboard.press('ArrowRight');
  await expectStep(page, 4);
  await expect(word).toBeFocused();
  await page.keyboard.press('?');
  await expect(dialog).toBeVisible();
});

test('single-letter keys, switched off, stay off after a reload', async ({ page }) => {
  await open(page);
  await page.keyboard.press('?');
  await page
    .getByRole('dialog')
    .getByRole('checkbox', { name: /Keys that type/ })
    .uncheck();
  await page.keyboard.press('Escape');
  await page.reload();
  for (const key of ['t', '?', 'ArrowRight']) await page.keyboard.press(key);
  await expectStep(page, 1);
  await expect(page.getByRole('radio', { name: 'Both' })).toBeChecked();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('Tab reaches every control once, in the order of the page, and always shows where', async ({
  page,
}) => {
  await open(page, '#step=5');
  const expected = await page.evaluate(() => {
    const controls = 'a[href], button, select, input, textarea, [tabindex]';
    const groups = new Set<string>();
    return [...document.querySelectorAll<HTMLElement>(controls)].filter((control) => {
      if (control.matches(':disabled') || control.tabIndex < 0 || !control.checkVisibility()) {
        return false;
      }
      // The radios of a group are one stop: the checked one, or the first.
      if (!(control instanceof HTMLInputElement) || control.type !== 'radio') return true;
      const checked = document.querySelector(`input[name="${CSS.escape(control.name)}"]:checked`);
      if (checked) return checked === control;
      return groups.size < groups.add(control.name).size;
    }).length;
  });
  expect(await page.locator('[tabindex]:not([tabindex="0"], [tabindex="-1"])').count()).toBe(0);
  for (let i = 0; i < expected; i++) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(() => {
      const { activeElement: focused, body } = document;
      if (!focused || focused === body) return null;
      const { top, bottom, width } = focused.getBoundingClientRect();
      const visible = bottom > 0 && top < innerHeight && width > 0;
      const { outlineStyle, outlineWidth } = getComputedStyle(focused);
      const label = focused.closest('label');
      const ring = label ? getComputedStyle(label).outlineStyle !== 'none' : false;
      const marked = (outlineStyle !== 'none' && outlineWidth !== '0px') || ring;
      return { visible, marked, name: focused.outerHTML.slice(0, 120) };
    });
    expect(seen, `Tab ${i + 1} of ${expected}`).not.toBeNull();
    expect(seen?.visible, seen?.name).toBe(true);
    expect(seen?.marked, seen?.name).toBe(true);
  }
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
});

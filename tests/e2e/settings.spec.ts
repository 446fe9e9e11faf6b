import { inflateRawSync } from 'node:zlib';
import { expect, expectStep, goTo, open, type Page, SIZES, settle, table, test } from './page.ts';
import { expectNoViolationsInLooks } from './violations.ts';

const form = (page: Page) => page.getByRole('region', { name: 'Settings' });
const counts = (page: Page) => page.getByRole('table', { name: 'Counts', includeHidden: true });
const field = (page: Page, name: string) => form(page).getByRole('textbox', { name, exact: true });
const row = (page: Page, step: number) =>
  table(page)
    .locator('tbody > tr')
    .nth(step - 1);

/** Waits for the form, which comes late, and shows what does not count in the run too. */
async function openAll(page: Page) {
  await field(page, 'Token lifetime').waitFor({ state: 'attached' });
  await form(page).getByRole('button', { name: 'All settings' }).click();
}

/** Opens the page at a hash, with the whole form. */
async function openForm(page: Page, hash: string) {
  await open(page, `${hash}&view=try`);
  await openAll(page);
}

test('a shorter lifetime lets it expire in the table, at the same step', async ({ page }) => {
  await openForm(page, '#step=3&scenario=expires-unused');
  await expectStep(page, 3);
  await expect(row(page, 3)).toContainText('200');
  await expect(row(page, 3)).not.toContainText('401');
  await field(page, 'Session lifetime').fill('60');
  await field(page, 'Token lifetime').fill('1800');
  await expect(row(page, 3)).toContainText('401');
  await expect(row(page, 3)).toContainText('200');
  await expectStep(page, 3);
  await field(page, 'Token lifetime').fill('60');
  await expect(row(page, 3)).not.toContainText('200');
  await form(page).getByRole('button', { name: 'Reset to the scenario’s settings' }).click();
  await expect(row(page, 3)).not.toContainText('401');
  await expect(field(page, 'Session lifetime')).toHaveValue('900');
});

/** An invalid payload is told by line and column, and the last good run stays. */
async function expectProblemTold(page: Page) {
  const payload = field(page, 'Payload');
  const before = await table(page).innerText();
  await payload.fill('{\n  "a": 1,\n  "b": [1, 2\n}');
  await expect(payload).toHaveAttribute('aria-invalid', 'true');
  await expect(payload).toHaveAccessibleDescription(/Line 4, column 1 ?: Expected \]/);
  expect(await table(page).innerText()).toBe(before);
  await form(page).getByRole('button', { name: 'Line 4, column 1' }).click();
  await expect(payload).toBeFocused();
  const selected = await payload.evaluate((area: HTMLTextAreaElement) => [
    area.selectionStart,
    area.selectionEnd,
  ]);
  expect(selected).toEqual([25, 26]);
  await payload.fill('{"a": 1}');
  await expect(payload).toHaveAttribute('aria-invalid', 'false');
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('run=');
}

/** A payload of nearly 24 KiB runs, and so does what a token can carry no more. */
async function expectLargeRun(page: Page) {
  await field(page, 'Payload').fill(JSON.stringify({ text: 'x'.repeat(24_500) }));
  await expect(field(page, 'Payload')).toHaveAttribute('aria-invalid', 'false');
  // The token is larger than the header that Node.js takes; the session's cookie is as before.
  await expect(table(page)).toContainText('431');
  // What is in no open place is not alive: it reads the run when one comes to it.
  await goTo(page, 'Reference');
  await counts(page).scrollIntoViewIfNeeded();
  await expect(counts(page)).toContainText('32,');
}

const HOSTILE: readonly (readonly [what: string, text: string, told: RegExp])[] = [
  ['more than 24 KiB', JSON.stringify({ text: 'x'.repeat(150_000) }), /more than 24576/],
  ['deep JSON', '{"a":'.repeat(30_000), /Nested deeper than 32/],
  ['as much as a field takes', '['.repeat(150_000), /Nested deeper than 32/],
  ['markup', '<img src=x onerror=alert(1)><script>alert(1)</script>', /Line 1, column 1/],
  ['a lone surrogate', '{"\ud800": }', /Expected a value/],
  ['directions and zeros', '\u202e{"\u0000": 1}\u2066', /Line 1, column 1/],
];

/** Hostile text in the payload is told and kept. */
async function expectHostilePayloadTold(page: Page) {
  const before = await table(page).innerText();
  const payload = field(page, 'Payload');
  const good = await payload.inputValue();
  for (const [what, text, told] of HOSTILE) {
    await payload.fill(good);
    await expect(payload).toHaveAttribute('aria-invalid', 'false');
    await payload.evaluate((area: HTMLTextAreaElement, value) => {
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(
        area,
        value,
      );
      area.dispatchEvent(new Event('input', { bubbles: true }));
    }, text);
    await expect(payload, what).toHaveAttribute('aria-invalid', 'true');
    await expect(payload, what).toHaveAccessibleDescription(told);
    expect((await payload.inputValue()).length, what).toBe(text.length);
    expect(await table(page).innerText(), what).toBe(before);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide, what).toBeLessThanOrEqual(0);
  }
}

/** Hostile text in the other fields is told and kept. */
async function expectHostileFieldsTold(page: Page) {
  for (const name of ['Session lifetime', 'Token lifetime', 'Leeway']) {
    for (const text of [
      '',
      '-5',
      '1.5',
      '1e9',
      '9'.repeat(5000),
      '<b>1</b>',
      '１２',
      'NaN',
      '0x10',
    ]) {
      await field(page, name).fill(text);
      await field(page, name).press('Enter');
      await expect(field(page, name)).toHaveAttribute('aria-invalid', 'true');
      await expect(field(page, name)).toHaveAccessibleDescription(/whole number from/);
      await expect(field(page, name)).toHaveValue(text);
    }
  }
  for (const name of ['Session secret', 'Token secret']) {
    for (const text of ['', 'x'.repeat(1025)]) {
      await field(page, name).fill(text);
      await expect(field(page, name)).toHaveAttribute('aria-invalid', 'true');
      await expect(field(page, name)).toHaveAccessibleDescription(/1 to 1024 bytes/);
    }
    await field(page, name).fill('"><script>alert(1)</script> \u202e ключ 🔑');
    await expect(field(page, name)).toHaveAttribute('aria-invalid', 'false');
  }
  await expectStep(page, 9);
}

test('whatever is typed is told, kept and within the content security policy', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { refused: [] });
    document.addEventListener('securitypolicyviolation', (event) =>
      Reflect.get(window, 'refused').push(event.effectiveDirective),
    );
  });
  await openForm(page, '#step=9');
  await test.step('an invalid payload', () => expectProblemTold(page));
  await test.step('a payload of nearly 24 KiB', () => expectLargeRun(page));
  await goTo(page, 'Try it');
  await field(page, 'Payload').fill('{"a": 1}');
  await expect(table(page)).not.toContainText('431');
  await test.step('hostile text in the payload', () => expectHostilePayloadTold(page));
  await test.step('hostile text in the other fields', () => expectHostileFieldsTold(page));
  await test.step('the policy', async () => {
    await field(page, 'Token secret').press('Enter');
    await form(page).getByRole('checkbox', { name: 'Deny-list' }).check();
    await settle(page);
    expect(await page.evaluate(() => Reflect.get(window, 'refused'))).toEqual([]);
    expect(new URL(page.url()).search).toBe('');
  });
});

test('a secret is in no address and no storage', async ({ page }) => {
  const secret = 'find-me-nowhere-0123456789-abcdef';
  await openForm(page, '#step=9');
  await field(page, 'Token secret').fill(secret);
  await expect(form(page)).toContainText('33 bytes');
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('run=');
  await field(page, 'Payload').fill(JSON.stringify({ hint: secret }));
  // The address is written late and in order: with this in it, all before it was written.
  await field(page, 'Leeway').fill('77');
  const decode = () => {
    const run = new URLSearchParams(new URL(page.url()).hash.slice(1)).get('run') ?? '';
    return inflateRawSync(Buffer.from(run.replace(/^z\./, ''), 'base64url')).toString();
  };
  await expect.poll(decode).toContain('"leeway":77');
  const kept = await page.evaluate(async () => {
    const databases = (await indexedDB.databases?.()) ?? [];
    return JSON.stringify([
      location.href,
      { ...localStorage },
      { ...sessionStorage },
      history.state,
      document.cookie,
      databases,
    ]);
  });
  expect(decode()).toContain('ownSecrets');
  expect(kept + decode()).not.toContain(secret);
  // Opened again, it is the demo's secret, and the page says so.
  await page.reload();
  await openAll(page);
  await expect(field(page, 'Token secret')).not.toHaveValue(secret);
  await expect(page.getByRole('status', { name: 'Notices' })).toContainText('secrets of its own');
});

test('the keyboard alone is enough', async ({ page }) => {
  await openForm(page, '#step=9');
  await field(page, 'Session lifetime').focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('120');
  // What is typed steps nothing.
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expectStep(page, 9);
  await page.keyboard.press('Tab');
  await expect(form(page).getByRole('checkbox', { name: 'Browser session' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(form(page).getByRole('checkbox', { name: 'rolling' })).toBeChecked();
  await expect(form(page).getByText('2 min')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(field(page, 'Absolute timeout')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(form(page).getByRole('combobox', { name: 'SameSite' })).toHaveValue('strict');
  await expectStep(page, 9);
  const reached: string[] = [];
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => document.activeElement?.textContent ?? '');
    reached.push(name);
    if (name.startsWith('Reset')) break;
  }
  expect(reached.at(-1)).toBe('Reset to the scenario’s settings');
  await page.keyboard.press('Enter');
  await expect(field(page, 'Session lifetime')).toHaveValue('900');
});

test('axe finds nothing with problems told', async ({ page }) => {
  await openForm(page, '#step=9');
  await field(page, 'Payload').fill('{"exp": 1}');
  await field(page, 'Session lifetime').fill('soon');
  await field(page, 'Token secret').fill('short');
  await form(page).getByRole('checkbox', { name: 'Browser session' }).check();
  await expect(field(page, 'Payload')).toHaveAttribute('aria-invalid', 'true');
  const show = () => form(page).scrollIntoViewIfNeeded();
  await expectNoViolationsInLooks(page, 'problems told', show);
});

for (const size of ['desktop', 'tablet', 'phone', 'narrow'] as const) {
  test(`nothing moves when the panels arrive, ${SIZES[size].width} wide`, async ({ page }) => {
    await page.setViewportSize(SIZES[size]);
    await open(page, '#view=try');
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('main > * { content-visibility: visible !important }');
      document.adoptedStyleSheets = [sheet];
    });
    const measure = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('section')].map((section) => {
          const { height, top } = section.getBoundingClientRect();
          return `${section.querySelector('h2')?.textContent}: ${Math.round(top + scrollY)}, ${Math.round(height)}`;
        }),
      );
    const before = await measure();
    expect(before.join()).toContain('Settings');
    // A press that does nothing but count as use.
    await page.keyboard.press('Shift');
    await field(page, 'Token lifetime').waitFor({ state: 'attached' });
    await counts(page).waitFor({ state: 'attached' });
    expect(await measure()).toEqual(before);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
  });
}

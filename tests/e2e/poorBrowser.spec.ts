import {
  expect,
  expectStep,
  goTo,
  MOVING,
  notices,
  open,
  type Page,
  playback,
  stage,
  test,
  walkThere,
} from './page.ts';

// What moves is what an old browser may not know.
test.use(MOVING);

/** An address with an origin of its own: what it takes to read one is not in every browser. */
const RUN = Buffer.from(
  JSON.stringify({
    authtrace: 1,
    settings: { origin: 'http://auth.example:8080' },
    actions: [{ type: 'login' }, { type: 'request' }, { type: 'steal' }],
  }),
).toString('base64url');

/** Walks, opens a run with an origin, does something of one's own, searches, and looks at the rest. */
async function useAll(page: Page) {
  await open(page);
  await walkThere(page, (step) => expectStep(page, step));
  await page.evaluate((hash) => location.assign(hash), `#step=3&run=${RUN}`);
  const panel = page.getByRole('region', { name: 'What if, from here?' });
  const own = page.getByRole('region', { name: 'Your run' });
  await expect(own.getByRole('button', { name: /^Take back: / })).not.toHaveCount(0);
  await panel.getByRole('button', { name: 'Log in', exact: true }).first().click();
  await expect(playback(page)).toBeVisible();
  await page.getByRole('combobox', { name: 'Scenario' }).selectOption('refresh-reuse');
  await expect(page).toHaveURL(/scenario=refresh-reuse/);
  await goTo(page, 'What breaks it');
  await page.getByRole('searchbox', { name: 'Filter the questions' }).fill('deploy');
  await expect(page.getByRole('table', { name: 'Questions and answers' })).toContainText('deploy');
  await goTo(page, 'Try it');
  await page.getByRole('region', { name: 'Settings' }).scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: 'All settings' }).click();
  await expect(page.getByRole('textbox', { name: 'Token secret' })).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: 'cannot be shown' })).toHaveCount(0);
  await expect(stage(page)).toBeVisible();
}

test('the oldest browsers that it is built for, with an old library’s members on every object', async ({
  page,
}) => {
  // Newer than Safari 16.4, Chrome 111 or Firefox 114, vite's baseline-widely-available.
  await page.addInitScript(() => {
    const iterators = Object.getPrototypeOf(Object.getPrototypeOf([].values()));
    const newer: readonly (readonly [object | undefined, ...string[]])[] = [
      [URL, 'canParse', 'parse'],
      [Promise, 'withResolvers', 'try'],
      [Array, 'fromAsync'],
      [Object, 'groupBy'],
      [Map, 'groupBy'],
      [Set.prototype, 'union', 'intersection', 'difference', 'symmetricDifference'],
      [Set.prototype, 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom'],
      [iterators, 'map', 'filter', 'take', 'drop', 'flatMap', 'reduce', 'toArray', 'forEach'],
      [iterators, 'some', 'every', 'find'],
      [ArrayBuffer.prototype, 'transfer', 'resize', 'transferToFixedLength'],
      [AbortSignal, 'any'],
      [String.prototype, 'isWellFormed', 'toWellFormed'],
      [Uint8Array, 'fromBase64', 'fromHex'],
      [Uint8Array.prototype, 'toBase64', 'toHex', 'setFromBase64', 'setFromHex'],
      [RegExp, 'escape'],
      [Element.prototype, 'checkVisibility', 'moveBefore', 'setHTML', 'getHTML'],
      [HTMLElement.prototype, 'showPopover', 'hidePopover', 'togglePopover'],
      [Document.prototype, 'startViewTransition', 'moveBefore'],
      [URLSearchParams.prototype, 'size'],
      [Response, 'json'],
      [Intl, 'Segmenter', 'DurationFormat'],
      [Math, 'f16round', 'sumPrecise'],
      [Error, 'isError', 'captureStackTrace'],
      [window, 'Iterator', 'scheduler', 'navigation', 'URLPattern', 'requestIdleCallback'],
      [
        window,
        'Temporal',
        'Float16Array',
        'trustedTypes',
        'cookieStore',
        'documentPictureInPicture',
      ],
    ];
    for (const [owner, ...names] of newer) {
      for (const name of names) if (owner) Reflect.deleteProperty(owner, name);
    }
    // Enumerable, and a value: what looks for functions, or takes what it finds for a getter, stumbles.
    Object.assign(Object.prototype, { oldLibrary: () => 1, oldFlag: 1, oldList: [1] });
  });
  await useAll(page);
  await expect(notices(page)).not.toContainText('cannot be read');
});

test('without ResizeObserver, Intl and IntersectionObserver', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['ResizeObserver', 'Intl', 'IntersectionObserver']) {
      Reflect.deleteProperty(window, name);
    }
  });
  await useAll(page);
});

test('a notice with a hostile text leaves the page usable and can be taken away', async ({
  page,
}) => {
  const settings = { [`${'‮<b>שלום '.repeat(300)}`]: 1 };
  const value = JSON.stringify({ authtrace: 1, settings, actions: [{ type: 'login' }] });
  const run = Buffer.from(value).toString('base64url').slice(0, 5800);
  await open(page, `#run=${run}&${'y'.repeat(40)}=${encodeURIComponent('שלום'.repeat(20))}`);
  const box = await notices(page).getByRole('paragraph').boundingBox();
  expect(box?.height).toBeLessThanOrEqual((page.viewportSize()?.height ?? 0) / 2);
  const dismiss = notices(page).getByRole('button', { name: 'Dismiss' });
  while ((await dismiss.count()) > 0) await dismiss.first().click();
  await expect(notices(page)).toBeEmpty();
  await page.getByRole('button', { name: 'What if…' }).click();
  const text = JSON.stringify({
    authtrace: 1,
    settings: { [`${'‮<b>שלום '.repeat(9000)}`]: 1 },
    actions: [],
  });
  await page.getByLabel('Open file').setInputFiles({
    name: 'run.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  const alert = page.locator('#what-if').getByRole('alert');
  await expect(alert).toContainText('There is no such member.');
  expect((await alert.innerText()).length).toBeLessThan(200);
  await alert.getByRole('button', { name: 'Dismiss' }).click();
  await expect(alert).toBeEmpty();
});

import { expect, MOVING, open, type Page, settle, test } from './page.ts';

// What moves a credential must read no layout and style nothing anew, either.
test.use(MOVING);

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  args?: { data?: { type?: string }; elementCount?: number };
}

const LAYOUT = new Set(['Layout', 'UpdateLayoutTree']);

/** Runs `act` under Chromium's tracing and returns what was traced. */
async function trace(page: Page, act: () => Promise<void>): Promise<TraceEvent[]> {
  const cdp = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) =>
    events.push(...(value as unknown as TraceEvent[])),
  );
  const done = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline'] },
  });
  await act();
  await cdp.send('Tracing.end');
  await done;
  await cdp.detach();
  return events;
}

/** Counts the keys that were answered, and the layouts that ran before their answer was complete. */
function countForced(events: readonly TraceEvent[]) {
  const keys = events.filter(
    ({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'keydown',
  );
  const forced = keys.flatMap(({ pid, tid, ts, dur = 0 }) =>
    events.filter(
      (event) =>
        LAYOUT.has(event.name) &&
        event.pid === pid &&
        event.tid === tid &&
        event.ts >= ts &&
        event.ts <= ts + dur,
    ),
  );
  return { keys: keys.length, forced: forced.length };
}

const walk = (page: Page) => async () => {
  for (const key of ['ArrowRight', 'ArrowLeft']) {
    for (let i = 0; i < 6; i++) {
      await page.keyboard.press(key);
      // Else what follows the answer to one key would be counted for the next one, on a busy machine.
      await settle(page);
    }
  }
};

for (const size of [
  { width: 1280, height: 800 },
  { width: 1440, height: 3200 },
]) {
  test(`no key's task reads layout at ${size.width} × ${size.height}`, async ({ page }) => {
    await page.setViewportSize(size);
    await open(page);
    await walk(page)();
    const all = page.getByRole('radio', { name: 'All steps' });
    await all.check({ force: true });
    await all.blur();
    const { keys, forced } = countForced(await trace(page, walk(page)));
    expect(keys).toBe(12);
    expect(forced).toBe(0);
  });
}

test('a key is answered by its row and its controls first, then by the stage', async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    const watch = (selector: string, name: string) => {
      const root = document.querySelector(selector);
      const options = { subtree: true, childList: true, attributes: true, characterData: true };
      if (root) new MutationObserver(() => marks.push(name)).observe(root, options);
    };
    const marks: string[] = [];
    Object.assign(window, { marks });
    watch('[aria-label="Execution table"]', 'row');
    watch('[aria-label="Playback"]', 'playback');
    watch('[aria-label="Client and server"]', 'stage');
    addEventListener('keydown', () => requestAnimationFrame(() => marks.push('frame')));
  });
  await page.keyboard.press('ArrowRight');
  const marks = () => page.evaluate(() => (window as unknown as { marks: string[] }).marks);
  await expect.poll(marks).toContain('stage');
  const order = await marks();
  expect(order.indexOf('row')).toBeLessThan(order.indexOf('frame'));
  expect(order.indexOf('playback')).toBeLessThan(order.indexOf('frame'));
  expect(order.indexOf('stage')).toBeGreaterThan(order.indexOf('frame'));
  await expect(page.getByRole('group', { name: 'Session-based', exact: true })).toContainText(
    'password',
  );
});

test('a layout that is read in a key’s task is found', async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    window.addEventListener('keydown', () => {
      document.body.append(document.createElement('p'));
      document.title = String(document.body.offsetHeight);
    });
  });
  const { forced } = countForced(await trace(page, () => page.keyboard.press('ArrowRight')));
  expect(forced).toBeGreaterThan(0);
});

/** The most elements that one change had new styles worked out for. */
const countStyled = (events: readonly TraceEvent[]) =>
  Math.max(
    ...events
      .filter(({ name }) => name === 'UpdateLayoutTree')
      .map(({ args }) => args?.elementCount ?? 0),
  );

/** For each key, the elements restyled before its answer was painted. */
function countRestyled(events: readonly TraceEvent[]): number[] {
  const inOrder = events.toSorted((one, other) => one.ts - other.ts);
  return inOrder.flatMap((key, at) => {
    if (key.name !== 'EventDispatch' || key.args?.data?.type !== 'keydown') return [];
    const after = inOrder.slice(at).filter(({ pid, tid }) => pid === key.pid && tid === key.tid);
    const end = after.findIndex(({ name }) => name === 'Paint');
    const styled = after.slice(0, end).filter(({ name }) => name === 'UpdateLayoutTree');
    return [styled.reduce((sum, { args }) => sum + (args?.elementCount ?? 0), 0)];
  });
}

test('a key is answered with two rows and a bar styled anew, whatever else the page shows', async ({
  page,
}) => {
  await open(page);
  await walk(page)();
  const restyled = countRestyled(await trace(page, walk(page)));
  expect(restyled).toHaveLength(12);
  expect(Math.min(...restyled)).toBeGreaterThan(0);
  // Twelve cells with what is in them, three ticks, the position; a page has over 1,500.
  expect(Math.max(...restyled)).toBeLessThan(65);
  // The end takes the place of what the page is about, and nothing else.
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('slider', { name: 'Step' })).toHaveValue('11');
  const end = countRestyled(await trace(page, () => page.keyboard.press('ArrowRight')));
  expect(end).toHaveLength(1);
  expect(end[0]).toBeLessThan(140);
  await page.keyboard.press('Home');
  // A rule that asks what is below is worked out at each change below.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('main:has([data-none]) td { color: inherit }');
    document.adoptedStyleSheets.push(sheet);
  });
  expect(Math.max(...countRestyled(await trace(page, walk(page))))).toBeGreaterThan(65);
});

test('a step has no styles worked out but for what it changes', async ({ page }) => {
  await open(page);
  await walk(page)();
  // Questions come and go on the way.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('group', { name: 'Before you go on' })).toBeVisible();
  await page.keyboard.press('Home');
  const all = await page.locator('main *').count();
  const once = countStyled(await trace(page, walk(page)));
  expect(once).toBeGreaterThan(0);
  expect(once).toBeLessThan(all / 4);
  // A rule that hangs on the root and means anything is found.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(':root[data-key] main > :not(p) { color: inherit }');
    document.adoptedStyleSheets.push(sheet);
    addEventListener('keydown', ({ key }) => {
      document.documentElement.dataset.key = key;
    });
  });
  expect(countStyled(await trace(page, walk(page)))).toBeGreaterThan(all / 3);
});

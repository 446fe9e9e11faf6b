import type { Frame, Route } from '@playwright/test';
import { expect, MOVING, nextPaint, type Page, SIZES, settle, test as shared } from './page.ts';

// What another test fetched is here, and nothing could be held back.
const test = shared.extend({});
test.use({ ...MOVING, reuseContext: false });

const RUN = Buffer.from(
  JSON.stringify({ authtrace: 1, settings: {}, actions: [{ type: 'login' }, { type: 'steal' }] }),
).toString('base64url');

interface Seen {
  /** What can be read in the window. */
  readonly words: readonly string[];
  /** Which links of the header were marked. */
  readonly places: readonly string[];
  readonly shifted: number;
}

/** Follows what is seen, frame by frame. */
function watch() {
  const words = new Set<string>();
  const places = new Set<string>();
  let shifted = 0;
  new PerformanceObserver((list) => {
    const entries = list.getEntries() as (PerformanceEntry & { value: number })[];
    for (const { value } of entries) shifted += value;
  }).observe({ type: 'layout-shift', buffered: true });
  const look = () => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const { parentElement: around, textContent } = text;
      // What the footer says of the page's own check is true before it and after it.
      if (!around?.checkVisibility({ visibilityProperty: true }) || around.closest('footer'))
        continue;
      const { top, bottom } = around.getBoundingClientRect();
      if (bottom > 0 && top < innerHeight) words.add((textContent ?? '').trim());
    }
    for (const link of document.querySelectorAll('nav a[href^="#view="]'))
      if (getComputedStyle(link, '::after').backgroundColor !== 'rgba(0, 0, 0, 0)')
        places.add(link.textContent);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  Object.assign(window, {
    takeSeen: () => {
      const seen = { words: [...words], places: [...places], shifted };
      words.clear();
      return seen;
    },
  });
}

const takeSeen = (frame: Page | Frame): Promise<Seen> =>
  frame.evaluate(() => (window as unknown as { takeSeen: () => Seen }).takeSeen());

/** Holds all scripts of the page back, and lets one go after the other. */
async function holdScripts(page: Page) {
  const held: Route[] = [];
  await page.route('**/assets/*.js*', (route) => void held.push(route));
  /** Lets go what is asked for, until nothing is any more. */
  const letGo = async () => {
    for (let quiet = 0; quiet < 3; quiet = held.length > 0 ? 0 : quiet + 1) {
      await held.shift()?.continue();
      await nextPaint(page);
      if (held.length === 0) await settle(page);
    }
  };
  return letGo;
}

/** A link, the place that it opens, and what of it stands before any script is there. */
const LINKS = [
  ['#step=7', 'Walk', 'h1'],
  ['#step=12', 'Walk', '#stage h3'],
  ['#scenario=csrf-samesite-none&step=4', 'Walk', '#stage h3'],
  ['#step=7&columns=token', 'Walk', '#stage'],
  ['#step=3&view=reference', 'Reference', '#inspect'],
  ['#step=0&way=inspect/token', 'Reference', '#inspect'],
  ['#step=0&view=breaks', 'What breaks it', 'header nav'],
  ['#glossary', 'Reference', 'nav[aria-label="Contents of Reference"]'],
  ['#step=0&view=check', 'Check yourself', '#practise'],
  ['#step=0&way=review', 'Check yourself', '[aria-labelledby="practise"]'],
  [`#step=2&run=${RUN}`, 'Try it', '#stage'],
  ['#embed=1&scenario=csrf-samesite-none&step=4', 'Walk', '#stage h3'],
] as const;

const PHONE = ['#step=7', '#scenario=csrf-samesite-none&step=4', `#step=2&run=${RUN}`];

const VISITS = [
  ...LINKS.map((link) => [...link, SIZES.desktop] as const),
  ...LINKS.filter(([hash]) => PHONE.includes(hash)).map((link) => [...link, SIZES.phone] as const),
];

for (const [hash, place, atOnce, size] of VISITS) {
  test(`on a slow line ${hash.slice(0, 40)} shows nothing else on its way, at ${size.width}`, async ({
    page,
  }) => {
    await page.setViewportSize(size);
    await page.addInitScript(watch);
    const letGo = await holdScripts(page);
    await page.goto(`/${hash}`, { waitUntil: 'commit' });
    await expect(page.locator(atOnce).first()).toBeVisible();
    await letGo();
    await expect(page.locator('html')).not.toHaveAttribute('data-pending');
    const seen = await takeSeen(page);
    await nextPaint(page);
    // On a phone the stage has been brought into view.
    await page.evaluate(() => scrollTo(0, 0));
    await nextPaint(page);
    const { words } = await takeSeen(page);
    const passed = seen.words.filter(
      (word) => !words.includes(word) && !word.endsWith('loading …'),
    );
    expect(passed).toEqual([]);
    expect(seen.places).toEqual([place]);
    expect(seen.shifted).toBe(0);
  });
}

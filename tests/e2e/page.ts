import { test as base, expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { emptyStorage, keepCache } from './reuse.ts';

/** The sizes that the page is designed for, and the narrowest that it must bear. */
export const SIZES = {
  desktop: { width: 1440, height: 900 },
  tablet: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
  narrow: { width: 320, height: 640 },
} as const;

export const LAST_STEP = 12;

/** What the console of a page without a worker says when it is to have one. */
export const WORKER_BLOCKED = 'Service Worker registration blocked by Playwright';

/** Has the page believe that it is to save data, so that it fetches ahead nothing that nobody wants. */
const saveData = () => Object.defineProperty(navigator.connection, 'saveData', { get: () => true });

/** For tests in which things travel, as they do for most readers. */
export const MOVING = { contextOptions: { reducedMotion: 'no-preference' } } as const;

interface Options {
  /** Fetching a hundred files ahead is a sixth of all that a test does: only who tests it needs it. */
  readonly savesData: boolean;
}

/** What a frame may not do in which nothing but scripts is allowed. */
const SANDBOXED = /^Download is disallowed\.|^Blocked opening '.*' in a new window because/;

/** A page on which any console error, warning or uncaught error fails the test. */
export const test = base.extend<Options>({
  savesData: [true, { option: true }],
  page: async ({ page, context, savesData }, use) => {
    keepCache(context);
    if (savesData) await page.addInitScript(saveData);
    const complaints: string[] = [];
    page.on('console', (message) => {
      const type = message.type();
      // Chromium asks for the icon whenever the address changes; offline, that is its own complaint.
      if (message.location().url.endsWith('/favicon.svg')) return;
      // Playwright's own word for what the tests' settings ask it for.
      if (message.text() === WORKER_BLOCKED) return;
      // What the browser keeps to itself of a sandboxed frame; the page cannot hear of it.
      if (SANDBOXED.test(message.text())) return;
      // A late file is fetched a moment before it is run; on a busy machine Chromium may look in between.
      if (message.text().includes('was preloaded using link preload but not used')) return;
      if (type === 'error' || type === 'warning') complaints.push(`${type}: ${message.text()}`);
    });
    page.on('pageerror', (error) => complaints.push(`uncaught: ${error}`));
    await use(page);
    await emptyStorage(page, context);
    expect(complaints, 'the page complained').toEqual([]);
  },
});

/** Waits until the page answers, what is below the first screen too. */
export const waitUntilReady = (page: Pick<Page, 'locator'> | FrameLocator) =>
  page.locator('html[data-ready][data-alive]').waitFor({ state: 'attached' });

/** Opens the built page at a hash and waits until it answers. */
export async function open(page: Page, hash = '') {
  await page.goto(`/${hash}`);
  await waitUntilReady(page);
}

/**
 * Follows, in the page that is open, a link to another hash, and waits until the step and the
 * Scenario that it names are shown. @throws Error after half a minute
 */
export async function followHere(hash: string) {
  const named = new URLSearchParams(hash.slice(1));
  const otherwise = named.has('run') ? 'own' : 'login-to-logout';
  const wanted = [named.get('scenario') ?? otherwise, named.get('step') ?? '0'].join(', step ');
  const read = () => {
    const picker = document.querySelector<HTMLSelectElement>('select[aria-label="Scenario"]');
    const slider = document.querySelector<HTMLInputElement>('[data-scrubber]');
    return [picker?.value, slider?.value].join(', step ');
  };
  location.assign(hash);
  const end = performance.now() + 30_000;
  while (read() !== wanted) {
    if (performance.now() > end) throw new Error(`${hash} shows ${read()}`);
    await new Promise(requestAnimationFrame);
  }
}

/** Follows a link to another hash, a tenth of the work of a load, and waits until the page is at rest. */
export async function follow(page: Page, hash: string) {
  await page.evaluate(followHere, hash);
  await settle(page);
}

/** Visits hashes one after the other: the first is loaded, the others are followed. */
export async function visitEach<T extends string>(
  page: Page,
  hashes: readonly T[],
  look: (hash: T) => Promise<void>,
) {
  for (const [nth, hash] of hashes.entries()) {
    if (nth === 0) await open(page, hash);
    else await follow(page, hash);
    await test.step(hash, () => look(hash));
  }
}

/** Goes to a place of the page by the navigation. */
export const goTo = (page: Page, place: string) =>
  page
    .getByRole('navigation', { name: 'Sections' })
    .getByRole('link', { name: place, exact: true })
    .click();

export const table = (page: Page) => page.getByRole('table', { name: 'Execution table' });
export const tracker = (page: Page) => page.getByRole('table', { name: 'Variable tracker' });
export const stage = (page: Page) => page.getByRole('region', { name: 'Client and server' });
export const playback = (page: Page) => page.getByRole('toolbar', { name: 'Playback' });
export const scrubber = (page: Page) => page.getByRole('slider', { name: 'Step' });
export const quiz = (page: Page) => page.getByRole('region', { name: 'Quiz' });
export const notices = (page: Page) => page.getByRole('status', { name: 'Notices' });

/** Expects a step on show, in the table and on the slider. */
export async function expectStep(page: Page, step: number) {
  await expect(scrubber(page)).toHaveValue(String(step));
  const current = table(page).locator('[aria-current="step"]');
  if (step === 0) return expect(current).toHaveCount(0);
  // Of two such rows it would not know which is meant, and fail.
  const button = current.getByRole('button', { name: /^Go to step / });
  await expect(button).toHaveAccessibleName(`Go to step ${step}`);
}

/** Calls `look` at step 0, at each step up to the last by key, and on the way back. */
export async function walkThere(page: Page, look: (step: number) => Promise<void>) {
  await look(0);
  for (let step = 1; step <= LAST_STEP; step++) {
    await page.keyboard.press('ArrowRight');
    await look(step);
  }
}

/** As `walkThere`, and back to the start. */
export async function walkThereAndBack(page: Page, look: (step: number) => Promise<void>) {
  await walkThere(page, look);
  for (let step = LAST_STEP - 1; step >= 0; step--) {
    await page.keyboard.press('ArrowLeft');
    await look(step);
  }
}

/** Waits, in the page, for two frames, so that what a key changed is laid out. */
export const nextPaintHere = () =>
  new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));

/** Waits for two frames. */
export const nextPaint = (page: Page) => page.evaluate(nextPaintHere);

/** Waits, in the page, until it is at rest: some frames in which nothing changes and nothing that ends moves. */
export async function settleHere() {
  const QUIET_FRAMES = 3;
  let quiet = 0;
  const watch = new MutationObserver(() => {
    quiet = 0;
  });
  const everything = { attributes: true, characterData: true, childList: true, subtree: true };
  watch.observe(document, everything);
  const moves = ({ playState, effect }: Animation) =>
    playState === 'running' && effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY;
  while (quiet < QUIET_FRAMES) {
    await new Promise(requestAnimationFrame);
    quiet = document.getAnimations().some(moves) ? 0 : quiet + 1;
  }
  watch.disconnect();
}

/** Waits until the page is at rest. */
export const settle = (page: Page) => page.evaluate(settleHere);

/** So many times the key for the next step. */
export const forwards = (steps: number) => Array.from({ length: steps }, () => 'ArrowRight');

/** The keys of the walk to its last step and back. */
export const THERE_AND_BACK = [...forwards(LAST_STEP), ...forwards(LAST_STEP).fill('ArrowLeft')];

export const STEPS_THERE_AND_BACK = [
  ...Array.from({ length: LAST_STEP + 1 }, (_, step) => step),
  ...Array.from({ length: LAST_STEP }, (_, step) => LAST_STEP - 1 - step),
];

/**
 * Looks at the page before the first of some keys and after each, and returns what was seen with the
 * step that was shown. All of it inside the page, to which the keys come as from a script: half the
 * work. `look` is called there, so it may use nothing around it; it can be given as text.
 */
export const lookAlong = <T>(
  page: Page,
  keys: readonly string[],
  look: (() => T | Promise<T>) | string,
) =>
  page.evaluate<{ step: number; seen: T }[]>(`(async () => {
    const look = async () => {
      const seen = await (${look})();
      return { step: Number(document.querySelector('[data-scrubber]').value), seen };
    };
    const all = [await look()];
    for (const key of ${JSON.stringify(keys)}) {
      const pressed = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      (document.activeElement ?? document.body).dispatchEvent(pressed);
      all.push(await look());
    }
    return all;
  })()`);

export { expect, type Locator, type Page };

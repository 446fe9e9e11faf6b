import { openTelling } from '../../src/lesson/tell.ts';
import { SCENARIOS } from '../../src/sim/scenarios.ts';
import { STRATEGIES } from '../../src/sim/strategy.ts';
import { runScenario } from '../../src/sim/trace.ts';
import { Collection, findSpills } from './layout.ts';
import {
  expect,
  follow,
  LAST_STEP,
  open,
  type Page,
  playback,
  SIZES,
  settle,
  stage,
  test,
  visitEach,
} from './page.ts';

for (const [width, isBeside] of [
  [639, false],
  [640, true],
  [844, true],
] as const) {
  test(`the lanes stand ${isBeside ? 'side by side' : 'one above the other'} at ${width}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 700 });
    await open(page);
    const [a, b] = await Promise.all(
      ['Session-based', 'Token-based'].map((name) =>
        stage(page).getByRole('group', { name }).boundingBox(),
      ),
    );
    expect(a?.y === b?.y).toBe(isBeside);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    );
  });
}

test('in a low frame what both lanes send stands above the bar', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await open(page, '#embed=1&step=4');
  const bar = await playback(page).boundingBox();
  for (const text of ['in Set-Cookie', 'JWT']) {
    const sent = stage(page).getByText(text).last();
    const box = await sent.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0), text).toBeLessThanOrEqual(bar?.y ?? 0);
  }
  // At every step both sentences are, and nothing is cut for it.
  const spills = new Collection();
  const next = playback(page).getByRole('button', { name: 'Next step' });
  await playback(page).getByRole('button', { name: 'First step' }).click();
  for (let step = 1; step < LAST_STEP; step++) {
    await next.click();
    await settle(page);
    const ends = await stage(page)
      .getByRole('group')
      .evaluateAll((lanes) =>
        lanes.map((lane) => lane.lastElementChild?.getBoundingClientRect().bottom),
      );
    expect
      .soft(Math.max(...ends.map((end) => end ?? 0)), `${step}`)
      .toBeLessThanOrEqual(bar?.y ?? 0);
    spills.add(step, await findSpills(page));
  }
  expect.soft(spills.list()).toEqual([]);
  // At the end the result is seen there too, whoever sets the frame's height.
  await next.click();
  const result = page.getByRole('region', { name: 'Result' });
  await expect(result).toBeInViewport({ ratio: 1 });
});

/** Addresses of the deciding steps with most to read, two for each company that stands around the lanes. */
async function listFullest(): Promise<string[]> {
  const all = await Promise.all(
    SCENARIOS.map(async (scenario) => {
      const telling = openTelling(await runScenario(scenario));
      const { around, decides, lastStep } = telling.run;
      const step = decides ?? lastStep - 1;
      const letters = STRATEGIES.flatMap((lane) => telling.at(step)[lane].sentence).join('').length;
      return { company: around.join(' '), letters, hash: `#scenario=${scenario.id}&step=${step}` };
    }),
  );
  const fullest = all.toSorted((a, b) => b.letters - a.letters);
  const companies = [...new Set(all.map(({ company }) => company))];
  return companies.flatMap((company) =>
    fullest
      .filter((one) => one.company === company)
      .slice(0, 2)
      .map(({ hash }) => `${hash}&predict=0`),
  );
}

test('on a phone the deciding step of any scenario is seen in both lanes, over the bar', async ({
  page,
}) => {
  test.slow();
  await page.setViewportSize(SIZES.phone);
  await visitEach(page, await listFullest(), async (hash) => {
    // A link in the page leaves it scrolled as it was; Start and each later step show the stage so.
    await page.evaluate(() =>
      scrollBy(0, document.getElementById('stage')?.getBoundingClientRect().top ?? 0),
    );
    const bar = await playback(page).boundingBox();
    const lanes = await stage(page)
      .getByRole('group')
      .evaluateAll((groups) =>
        groups.map((lane) => {
          const said = document.createRange();
          said.selectNodeContents(lane.lastElementChild?.firstElementChild ?? lane);
          return [lane.getBoundingClientRect().top, said.getBoundingClientRect().bottom] as const;
        }),
      );
    expect.soft(lanes.length, hash).toBe(2);
    for (const [top, bottom] of lanes) {
      expect.soft(top, hash).toBeGreaterThanOrEqual(-1);
      expect.soft(bottom, hash).toBeLessThanOrEqual(bar?.y ?? 0);
    }
  });
});

/** Lists what is not well written in the flow diagram: what is missing, cut off, covered or squeezed. */
const listFaults = (page: Page) =>
  page.getByRole('region', { name: 'Flow diagram' }).evaluate((flow) => {
    type Found = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;
    const measure = (element: Element) => element.getBoundingClientRect();
    const meet = (a: Found, b: Found) =>
      a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    const holds = (a: Found, b: Found) =>
      b.left >= a.left - 1 &&
      b.right <= a.right + 1 &&
      b.top >= a.top - 1 &&
      b.bottom <= a.bottom + 1;
    /** Tells whether something is drawn within a box, and not cut away by one between. */
    const isDrawn = (element: Element, box: Element) => {
      const { width, height } = measure(element);
      if (width <= 1 || height <= 1 || getComputedStyle(element).visibility === 'hidden')
        return false;
      for (let around = element.parentElement; around; around = around.parentElement) {
        const isCut = getComputedStyle(around).overflow.includes('hidden');
        if (isCut && !holds(measure(around), measure(element))) return false;
        if (around === box) return true;
      }
      return false;
    };
    const read = (element: HTMLElement) => element.dataset.text ?? element.textContent;
    const faults: string[] = [];
    const nodes = [...flow.querySelectorAll('li > button')];
    for (const node of nodes) {
      const name = node.querySelector('span')?.textContent;
      const boxes = [node, ...node.querySelectorAll('[data-again]')];
      const leaves = [...node.querySelectorAll<HTMLElement>('span:not(:has(*))')];
      const written = leaves.filter((leaf) => read(leaf) && isDrawn(leaf, node));
      const signs = [...node.querySelectorAll('[data-tone]:not([data-lane])')];
      if (written.length === 0) faults.push(`nothing in ${name}`);
      for (const text of written) {
        const box = text.closest('[data-again]') ?? node;
        if (text.dataset.text && !holds(measure(box), measure(text)))
          faults.push(`${read(text)} sticks out of ${name}`);
        if (text.dataset.text && signs.some((sign) => meet(measure(sign), measure(text))))
          faults.push(`a sign covers ${read(text)} of ${name}`);
      }
      const isNarrow = innerWidth < 980;
      if (isNarrow && written.some((text) => getComputedStyle(text).letterSpacing !== 'normal'))
        faults.push(`squeezed letters in ${name}`);
      const others = nodes.filter((other) => other !== node).map(measure);
      if (boxes.some((box) => others.some((other) => meet(measure(box), other))))
        faults.push(`${name} covers another`);
    }
    for (const sign of flow.querySelectorAll<HTMLElement>('[data-tone][data-lane]')) {
      const name = `${sign.textContent} of ${sign.closest('button')?.title}`;
      const forms = [...sign.querySelectorAll<HTMLElement>('span:not(:has(*))')];
      const [words] = forms.filter((form) => isDrawn(form, sign)).map(read);
      const fit = sign.children[1];
      const whole = document.createRange();
      if (fit?.lastElementChild) whole.selectNodeContents(fit.lastElementChild);
      const doesFit = fit && whole.getBoundingClientRect().width <= fit.clientWidth;
      if (doesFit && words !== fit.lastElementChild?.textContent) faults.push(`no words: ${name}`);
      if (words?.endsWith(':')) faults.push(`a colon at the end: ${name}`);
      const hasSign = [...sign.querySelectorAll('svg')].some((one) => isDrawn(one, sign));
      if (sign.dataset.tone === 'busy' && hasSign && !words) faults.push(`a bare arrow: ${name}`);
    }
    for (const line of flow.querySelectorAll('p'))
      if (!line.textContent && getComputedStyle(line, '::before').content !== 'none')
        faults.push('a mark without words');
    return faults;
  });

test('the flow is well written at any width, of the walk, a scenario and an own run', async ({
  page,
}) => {
  const actions = ['login', 'steal', 'replay', 'logout', 'request', 'end'];
  const run = { authtrace: 1, settings: {}, actions: actions.map((type) => ({ type })) };
  const own = Buffer.from(JSON.stringify(run)).toString('base64url');
  await open(page, '#step=12&predict=0');
  for (const hash of [
    '#step=12&predict=0',
    '#scenario=stolen-then-logout&step=9&predict=0',
    `#run=${own}&step=15&view=walk&predict=0`,
  ]) {
    await follow(page, hash);
    for (const [width, height] of [
      [1440, 900],
      [1280, 720],
      [1024, 768],
      [960, 540],
      [768, 1024],
      [640, 360],
      [390, 844],
      [320, 568],
    ] as const) {
      await page.setViewportSize({ width, height });
      await settle(page);
      expect.soft(await listFaults(page), `${hash} ${width}`).toEqual([]);
    }
  }
});

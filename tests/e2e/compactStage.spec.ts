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

test.use({ contextOptions: { reducedMotion: 'reduce' } });

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

/** Lists the boxes of the flow diagram in which nothing is written. */
const listBlank = (page: Page) =>
  page
    .getByRole('region', { name: 'Flow diagram' })
    .getByRole('button')
    .evaluateAll((nodes) =>
      nodes.flatMap((node) => {
        const isRead = [...node.querySelectorAll('span')].some((text) => {
          const isWritten = text.textContent || text.dataset.steps;
          const { clipPath, fontSize } = getComputedStyle(text);
          const isSeen = text.checkVisibility() && text.clientWidth > 1 && clipPath === 'none';
          return isWritten && isSeen && parseFloat(fontSize) >= 13;
        });
        return isRead ? [] : [node.textContent];
      }),
    );

test('each box of the flow has a number or a word at any width', async ({ page }) => {
  await open(page, '#step=7&predict=0');
  for (const hash of ['#step=7&predict=0', '#scenario=stolen-then-logout&step=8&predict=0']) {
    await follow(page, hash);
    for (const [width, height] of [
      [960, 540],
      [844, 390],
      [768, 1024],
      [390, 844],
      [320, 568],
    ] as const) {
      await page.setViewportSize({ width, height });
      await settle(page);
      expect.soft(await listBlank(page), `${hash} ${width}`).toEqual([]);
    }
  }
});

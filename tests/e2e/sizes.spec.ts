import { type Boxes, findSpillsHere, measureParts, measurePartsHere } from './layout.ts';
import {
  expect,
  expectStep,
  followHere,
  open,
  type Page,
  playback,
  settle,
  settleHere,
  stage,
  table,
  test,
  tracker,
  visitEach,
} from './page.ts';

/** From a projector to a window of 1280 by 1024 at 400 %, with phones upright and on their side. */
const SIZES = [
  [1920, 1080],
  [1440, 900],
  [1280, 720],
  [1024, 768],
  [960, 540],
  [844, 390],
  [768, 1024],
  [390, 844],
  [320, 568],
  [320, 360],
  [320, 256],
] as const;

/** Steps of the walk that are looked at in each of them: the start, between, and the end. */
const WALK = [0, 7, 12].map((step) => `#step=${step}&predict=0`);

/** What else is looked at there. */
const OTHERS = [
  '#step=8&predict=0&scenario=stolen-then-logout',
  '#step=4&predict=0&scenario=csrf-samesite-none',
  '#step=3&predict=0&scenario=token-grows',
  // Two records and a time; three browsers and a row; what a store says that is down.
  '#step=3&predict=0&scenario=leaked-secret-overlap',
  '#step=8&predict=0&scenario=logout-everywhere-iat',
  '#step=4&predict=0&scenario=store-outage',
  '#step=6&predict=0&view=try',
];

const PLACES = ['Walk', 'What breaks it', 'Try it', 'Check yourself', 'Reference'];

/** Expects the result with what is left in both lanes and the first way on, whole and over the bar. */
async function expectResult(page: Page, height: number) {
  const result = page.getByRole('region', { name: 'Result' });
  const left = result.locator('dd');
  expect.soft(await left.count()).toBe(2);
  for (const part of [...(await left.all()), result.getByRole('button').first()]) {
    expect.soft((await part.innerText()).trim()).not.toBe('');
    // A window that is as low has room for what it means.
    if (height >= 390) await expect.soft(part).toBeInViewport({ ratio: 1 });
    const isCut = (one: Element) =>
      one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1;
    expect.soft(await part.evaluate(isCut), await part.innerText()).toBe(false);
  }
  const bar = await playback(page).boundingBox();
  const way = await result.getByRole('button').first().boundingBox();
  if (height >= 390) expect.soft((way?.y ?? 0) + (way?.height ?? 0)).toBeLessThan(bar?.y ?? 0);
}

/** Lists what of the lanes’ clients and servers is not whole between the upper edge and the bar. */
const listHidden = (page: Page) =>
  page.evaluate(() => {
    const bar = document.querySelector('[role="toolbar"]')?.getBoundingClientRect();
    const lanes = document.querySelectorAll(
      'section[aria-label="Client and server"] [role="group"]',
    );
    return [...lanes].flatMap((lane) =>
      [...lane.querySelectorAll('h4')].flatMap((title) => {
        const box = title.parentElement?.parentElement?.getBoundingClientRect();
        const isSeen = bar && box && box.top >= 0 && box.bottom <= bar.top;
        return isSeen ? [] : [`${lane.getAttribute('aria-label')}: ${title.textContent}`];
      }),
    );
  });

/** Lists, in the page, the lanes in which a message does not cross from the one's side to the other's, or stops on its way. */
function findShortWaysHere(): string[] {
  const lanes = document.querySelectorAll('section[aria-label="Client and server"] [role="group"]');
  return [...lanes].flatMap((lane) => {
    const [client, , server] = [...(lane.children[1]?.children ?? [])].map((part) =>
      part.getBoundingClientRect(),
    );
    const tracks = [...lane.querySelectorAll('[data-direction]')];
    return tracks.flatMap((track) => {
      const line = track.children[1];
      const way = line?.getBoundingClientRect();
      if (!client || !server || !line || !way) return [`no ${track.outerHTML}`];
      const isBelow = way.top >= server.bottom;
      // Beside them it fills what is between, under them it goes from edge to edge.
      const from = isBelow ? client.left : client.right;
      const to = isBelow ? server.right : server.left;
      const isRequest = track.getAttribute('data-direction') === 'request';
      const carried = line.lastElementChild?.getBoundingClientRect();
      const rest = carried && (isRequest ? way.right - carried.right : carried.left - way.left);
      const isWhole = way.left - from <= 12 && to - way.right <= 12 && (rest ?? 0) <= 30;
      return isWhole ? [] : [`${lane.getAttribute('aria-label')}: ${track.textContent}`];
    });
  });
}

/** Lists, in the page, the messages whose line is crossed by that of another site to the browser. */
function findCrossedHere(): string[] {
  const stage = document.querySelector('section[aria-label="Client and server"]');
  const says = (node: Node) => node.textContent?.includes('makes the browser send');
  const sayings = [...(stage?.querySelectorAll('*') ?? [])].filter((one) =>
    [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && says(node)),
  );
  return sayings.flatMap((saying) => {
    const site = saying.parentElement?.parentElement;
    const lane = saying.closest('[role="group"]');
    if (!site || !lane) return ['no lane'];
    const path = getComputedStyle(site, '::before');
    const { left, top } = site.getBoundingClientRect();
    const [up, right] = [top + parseFloat(path.top), left + parseFloat(path.left) + 4];
    const lines = [...lane.querySelectorAll('[data-direction] > :nth-child(2)')];
    return lines.flatMap((line) => {
      const at = line.getBoundingClientRect();
      const begins = at.left + parseFloat(getComputedStyle(line, '::before').left);
      const isPassed = at.bottom > up && at.top < top;
      return isPassed && begins < right ? [`${line.parentElement?.textContent}`] : [];
    });
  });
}

interface Seen {
  readonly hash: string;
  readonly parts: Boxes;
  /** What is wrong, in words. */
  readonly faults: readonly string[];
}

/** Follows a link to each of some addresses inside the page, and looks at each when it is at rest. */
const lookAtEach = (page: Page, hashes: readonly string[]) =>
  page.evaluate<Seen[]>(`(async () => {
    const all = [];
    for (const hash of ${JSON.stringify(hashes)}) {
      await (${followHere})(hash);
      await (${settleHere})();
      const wide = document.documentElement.scrollWidth;
      const faults = [
        ...(${findSpillsHere})(),
        ...(${findShortWaysHere})(),
        ...(${findCrossedHere})(),
        ...(wide > innerWidth ? [wide + ' px wide'] : []),
      ];
      all.push({ hash, parts: (${measurePartsHere})(), faults });
    }
    return all;
  })()`);

/** Names the element that has the focus, once that is painted, where it is out of view or wholly under the bar. */
const findHiddenFocus = (page: Page) =>
  page.evaluate(async () => {
    for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
    const focused = document.activeElement;
    if (!focused || focused === document.body) return null;
    const { left, right, top, bottom } = focused.getBoundingClientRect();
    const bar = document.querySelector('[role="toolbar"]');
    const name = `${focused.outerHTML.slice(0, 120)} at ${[left, top].map(Math.round)}`;
    if (bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth)
      return `out: ${name}`;
    if (!bar || bar.contains(focused)) return null;
    const over = bar.getBoundingClientRect();
    const isUnder =
      top >= over.top && bottom <= over.bottom && left >= over.left && right <= over.right;
    return isUnder ? `under the bar: ${name}` : null;
  });

/** Lists the titles of Scenarios for which the picker has no room. */
const listCutTitles = (page: Page) =>
  page.getByRole('combobox', { name: 'Scenario' }).evaluate((picker) => {
    if (!(picker instanceof HTMLSelectElement)) return ['no picker'];
    const { fontWeight, fontSize, fontFamily, paddingLeft, paddingRight } =
      getComputedStyle(picker);
    const canvas = document.createElement('canvas').getContext('2d');
    if (!canvas) return ['no canvas'];
    canvas.font = `${fontWeight} ${fontSize} ${fontFamily}`;
    const room = picker.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
    return [...picker.options]
      .map(({ text }) => text)
      .filter((text) => canvas.measureText(text).width > room);
  });

for (const [width, height] of SIZES) {
  test(`at ${width} by ${height} all is seen, nothing is cut off, and the focus is found`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await open(page, '#predict=0');
    await test.step('the start says what it is and where one begins', async () => {
      for (const name of PLACES) {
        const place = page.getByRole('navigation').getByRole('link', { name, exact: true });
        await expect.soft(place).toBeInViewport({ ratio: 1 });
      }
      const start = page.getByRole('button', { name: /^Start/ });
      await expect.soft(start).toBeInViewport({ ratio: 1 });
      const { y = 0, height: high = 0 } = (await start.boundingBox()) ?? {};
      const bar = await playback(page).boundingBox();
      expect.soft(y + high).toBeLessThanOrEqual(bar?.y ?? 0);
      await expect.soft(playback(page)).toBeInViewport({ ratio: 1 });
      // A window that is as low as 256 px has room for Start alone.
      if (height < 360) return;
      await expect.soft(page.getByRole('heading', { level: 1 })).toBeInViewport({ ratio: 1 });
      await expect.soft(page.getByText('12 steps, both ways at once.')).toBeInViewport();
    });

    // Beside the places there is no room for the longest, nor on a phone.
    if ([1920, 1024].includes(width)) expect.soft(await listCutTitles(page)).toEqual([]);

    const { stage: first } = await measureParts(page);
    const walk = await lookAtEach(page, WALK);
    await expectResult(page, height);
    for (const { hash, parts } of walk) {
      expect.soft(parts.stage, hash).toEqual(first);
      expect.soft(parts.playback?.[3], hash).toBeLessThanOrEqual(64);
    }
    for (const { hash, faults } of [...walk, ...(await lookAtEach(page, OTHERS))]) {
      expect.soft(faults, hash).toEqual([]);
    }

    await test.step('who comes by a link sees the stage, with the bar', async () => {
      for (const rest of ['', '&scenario=stolen-then-logout']) {
        await page.goto('about:blank');
        await open(page, `#step=7&predict=0${rest}`);
        await settle(page);
        await expect.soft(playback(page), rest).toBeInViewport({ ratio: 1 });
        const hidden = await listHidden(page);
        // Lanes that stand one above the other need a phone’s height; the first is seen everywhere.
        const isWhole = width >= 640 || height >= 800;
        if (height < 360) continue;
        expect
          .soft(isWhole ? hidden : hidden.filter((one) => /^Session.*(Client|Server)$/.test(one)))
          .toEqual([]);
      }
    });

    await test.step('each stop of the tab order is seen', async () => {
      await page.evaluate(() => scrollTo(0, 0));
      const hidden: string[] = [];
      for (let stop = 1; stop <= 40; stop++) {
        await page.keyboard.press('Tab');
        const found = await findHiddenFocus(page);
        if (found) hidden.push(`${stop}: ${found}`);
      }
      expect.soft(hidden).toEqual([]);
    });
  });
}

/** Windows in which stage and question need more than the height, and others that are near. */
const LOW = [
  [844, 390],
  [960, 540],
  [1000, 600],
  [1024, 640],
  [1100, 560],
  [1280, 600],
  [1280, 720],
] as const;

test('Next stays under a pointer from Start to the end, in low windows too', async ({ page }) => {
  for (const [width, height] of LOW) {
    await page.setViewportSize({ width, height });
    await page.goto('about:blank');
    await open(page, '#predict=1');
    await page.getByRole('button', { name: /^Start/ }).click();
    const next = playback(page).getByRole('button', { name: 'Next step' });
    const seen = new Set<number>();
    // Six of its steps ask first: Next opens the question, and goes on by it.
    for (let click = 0; click < 30; click++) {
      await settle(page);
      if ((await next.getAttribute('aria-disabled')) === 'true') break;
      seen.add(Math.round((await next.boundingBox())?.y ?? -1));
      await next.click();
    }
    await expectStep(page, 12);
    // Asked anew in the next window.
    await page.evaluate(() => localStorage.clear());
    expect.soft([...seen], `${width} by ${height}`).toHaveLength(1);
  }
});

/** Presses Tab until the focus is in the table, and returns how often, and what the stops before it are. */
async function tabToTable(page: Page): Promise<readonly string[]> {
  const names: string[] = [];
  const isInTable = () =>
    table(page).evaluate((element) =>
      Boolean(element.parentElement?.contains(document.activeElement)),
    );
  while (names.length < 60) {
    await page.keyboard.press('Tab');
    if (await isInTable()) break;
    const focused = page.locator(':focus');
    names.push((await focused.getAttribute('aria-label')) ?? (await focused.innerText()));
  }
  return names;
}

test('the skip links and the navigation come first, and the table is at most 12 stops away', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, '#predict=0');
  const names = await tabToTable(page);
  expect(names.slice(0, 4)).toEqual([
    'Skip to the stage',
    'Skip to playback',
    'Skip to the table',
    'Walk',
  ]);
  expect(names.length + 1, names.join(' · ')).toBeLessThanOrEqual(12);
  for (const rest of ['#step=7&predict=0', '#scenario=stolen-then-logout&step=8&predict=0']) {
    await page.goto('about:blank');
    await open(page, rest);
    const later = await tabToTable(page);
    expect(later.length + 1, later.join(' · ')).toBeLessThanOrEqual(12);
  }
});

test('beside the sheet of a phone on its side the cards of the stage are whole, and four actions are seen', async ({
  page,
}) => {
  await page.setViewportSize({ width: 844, height: 390 });
  await open(page, '#step=6&view=try&predict=0');
  const actions = page.getByRole('list', { name: 'Next action' }).getByRole('button');
  for (const nth of [0, 1, 2, 3])
    await expect.soft(actions.nth(nth)).toBeInViewport({ ratio: 0.5 });
  expect(await listHidden(page)).toEqual([]);
});

test('Start brings the whole stage of a phone on the screen, and keeps the focus', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, '#predict=0');
  await page.getByRole('button', { name: /^Start/ }).click();
  await expect(playback(page)).toBeInViewport({ ratio: 1 });
  await expect(playback(page).getByRole('button', { name: 'Next step' })).toBeFocused();
  for (const name of ['Session-based', 'Token-based']) {
    const lane = stage(page).getByRole('group', { name });
    for (const box of ['Client', 'Server']) {
      await expect(lane.getByRole('heading', { name: box })).toBeInViewport({ ratio: 1 });
    }
  }
  const bar = await playback(page).boundingBox();
  const last = await stage(page)
    .getByRole('heading', { name: 'Server' })
    .last()
    .locator('../..')
    .boundingBox();
  expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
});

test('on a phone the result is seen at the end, and the stage again on the way back', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, '#step=11&predict=0');
  const result = page.getByRole('region', { name: 'Result' });
  const token = stage(page).getByRole('group', { name: 'Token-based' });
  await expect(token.getByRole('heading', { name: 'Server' })).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('ArrowRight');
  await expect(result).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => listHidden(page)).toEqual([]);
  await page.goto('about:blank');
  await open(page, '#step=12&predict=0');
  await expect(result).toBeInViewport({ ratio: 1 });
});

/** As a reader may set it, by WCAG 1.4.12. */
const SPACING = `
  * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
  p { margin-bottom: 2em !important }`;

for (const size of [
  { width: 1280, height: 720 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
  { width: 320, height: 568 },
]) {
  test(`with wide spacing no text is lost and nothing scrolls sideways, ${size.width} wide`, async ({
    page,
  }) => {
    await page.setViewportSize(size);
    const shown = ['#step=7', '#step=9', '#view=check', '#view=breaks', '#view=reference'];
    await visitEach(
      page,
      shown.map((hash) => `${hash}&predict=0`),
      async (hash) => {
        await page.evaluate((rules) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(rules);
          document.adoptedStyleSheets = [sheet];
        }, SPACING);
        await settle(page);
        const found = await page.evaluate(() => {
          const parts =
            'main section[aria-label="Client and server"] *, main button, main legend, main p';
          const lost = [...document.querySelectorAll<HTMLElement>(parts)]
            .filter((part) => part.checkVisibility() && part.innerText?.trim())
            .filter((part) => !part.closest('svg, .visually-hidden, [aria-hidden="true"]'))
            .filter((part) => {
              const { display, textOverflow, clipPath } = getComputedStyle(part);
              // Cut short where it is to be, and whole in its title.
              if (textOverflow === 'ellipsis' && part.closest('[title]')) return false;
              return display !== 'inline' && clipPath === 'none';
            })
            // The padding at a text's end is room as well.
            .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 4)
            // A node that comes again has its words a second time, further on.
            .filter((part) => !part.querySelector('[data-again]'))
            .map(
              ({ innerText, scrollWidth, clientWidth }) =>
                `“${innerText.slice(0, 40)}”: ${scrollWidth} in ${clientWidth}`,
            );
          // What stands one below the other in a box of the stage, or beside the other in the header.
          const crossed = [...document.querySelectorAll('[data-lane] [class*="Box_box"], header')]
            .flatMap((box) =>
              [...box.children].flatMap((part, i) =>
                [...box.children].slice(i + 1).map((next) => [part, next] as const),
              ),
            )
            .filter(
              (pair) =>
                !pair.some((part) => part.matches('.visually-hidden, svg, [class*="skips"]')),
            )
            .filter(([part, next]) => {
              const [one, other] = [part, next].map((it) => {
                const range = document.createRange();
                range.selectNodeContents(it);
                return range.getBoundingClientRect();
              });
              if (!one?.width || !other?.width) return false;
              const [x, y] = [
                Math.min(one.right, other.right) - Math.max(one.left, other.left),
                Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top),
              ];
              return x > 2 && y > 2;
            })
            .map(([part, next]) => `${part.textContent} over ${next.textContent}`);
          return { lost, crossed, wide: document.documentElement.scrollWidth - innerWidth };
        });
        expect.soft(found.lost, hash).toEqual([]);
        expect.soft(found.crossed, hash).toEqual([]);
        expect.soft(found.wide, hash).toBeLessThanOrEqual(0);
      },
    );
  });
}

const WITH_TEXT = [
  '#step=7',
  '#step=12',
  '#scenario=stolen-then-logout&step=8',
  '#view=breaks',
  '#view=try&step=6',
  '#view=check',
  '#view=reference',
  ...[
    'learn',
    'why',
    'deep',
    'try',
    'challenge',
    'project',
    'performance',
    'review',
    'inspect',
    'test',
  ].map((way) => `#way=${way}`),
];

/** Size and weight of every text that is seen, each with where it stands. */
const readLetters = (page: Page) =>
  page.evaluate(() => {
    const found = new Map<string, string>();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement;
      const text = texts.currentNode.textContent?.trim();
      if (!element || !text || element.closest('option, svg, script')) continue;
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      const { fontSize, fontWeight } = getComputedStyle(element);
      found.set(`${fontSize} ${fontWeight}`, `${element.tagName} ${text.slice(0, 40)}`);
    }
    return [...found].map(([letters, where]) => ({ letters, where }));
  });

test('there are three sizes of text and two weights, wherever one looks', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await visitEach(page, WITH_TEXT, async (hash) => {
    const found = await readLetters(page);
    expect(found.length, hash).toBeGreaterThan(2);
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('figure svg text')]
        .filter(
          (text) =>
            text.getBoundingClientRect().right >
            (text.closest('svg')?.getBoundingClientRect().right ?? 0),
        )
        .map((text) => text.textContent),
    );
    expect.soft(cut, hash).toEqual([]);
    const odd = found.filter(({ letters }) => !/^(13|16|22)px (400|600)$/.test(letters));
    expect.soft(odd, hash).toEqual([]);
  });
});

test.describe('on a projector', () => {
  test.use({ viewport: { width: 1920, height: 1080 } });

  test('letters grow with the page, and stage, bar, row and tracker are seen without scrolling', async ({
    page,
  }) => {
    await open(page, '#step=7&predict=0');
    const letters = await table(page).evaluate(
      (element) =>
        Number.parseFloat(getComputedStyle(element).fontSize) * (element.currentCSSZoom ?? 1),
    );
    expect(letters).toBeGreaterThanOrEqual(14.5);
    await expect(stage(page)).toBeInViewport({ ratio: 1 });
    await expect(playback(page)).toBeInViewport({ ratio: 1 });
    await expect(table(page).locator('[aria-current="step"]')).toBeInViewport({ ratio: 1 });
    for (const name of ['sessionStore', 'sessionCookie', 'token']) {
      await expect(tracker(page).getByRole('rowheader', { name, exact: true })).toBeInViewport();
    }
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test('a credential sets out from where it was', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await open(page, '#step=5&predict=0');
    const chip = stage(page).getByRole('group', { name: 'Token-based' }).locator('[data-travels]');
    const from = await chip.first().boundingBox();
    // Held where it begins, to be read.
    await page.evaluate(() => {
      const { animate } = Element.prototype;
      Element.prototype.animate = function (...how) {
        const animation = animate.apply(this, how);
        animation.pause();
        return animation;
      };
    });
    await page.keyboard.press('ArrowRight');
    const countHeld = () =>
      chip.evaluateAll((all) => all.filter((one) => one.getAnimations().length > 0).length);
    await expect.poll(countHeld).toBe(1);
    const travelling = await chip.evaluateAll((all) =>
      all
        .filter((one) => one.getAnimations().length > 0)
        .map((one) => one.getBoundingClientRect().x),
    );
    expect(Math.abs((travelling[0] ?? 0) - (from?.x ?? 0))).toBeLessThan(2);
  });
});

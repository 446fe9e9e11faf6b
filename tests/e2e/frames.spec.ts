import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DIST } from '../../src/cli/machine/paths.mjs';
import { type HostForm, listHeard, openCourse } from './hosts/coursePage.ts';
import { expect, open, type Page, playback, scrubber, settle, test } from './page.ts';
import { expectNoViolations } from './violations.ts';

const RESIZE = 'lti.frameResize';
const REPORT = 'SPLICE.reportScoreAndState';

const lessonOf = (page: Page) => page.locator('iframe[title="lesson"]');
const heightOf = async (page: Page) => (await lessonOf(page).boundingBox())?.height ?? 0;
const frameOf = (page: Page) => {
  const frame = page.frames().find((one) => one !== page.mainFrame());
  if (!frame) throw new Error('no frame');
  return frame;
};

/** Expects the frame to be as high as its content, and no more to be said of it. */
async function expectToFit(page: Page) {
  await expect
    .poll(() =>
      frameOf(page).evaluate(() => {
        const root = document.getElementById('root');
        return root && Math.ceil(root.getBoundingClientRect().height) - innerHeight;
      }),
    )
    .toBe(0);
  // What comes late may be higher yet; but one height leading to another never comes to rest.
  await expect(async () => {
    const { length } = await listHeard(page, RESIZE);
    await page.waitForTimeout(500);
    expect(await listHeard(page, RESIZE)).toHaveLength(length);
  }).toPass();
  const heights = (await listHeard(page, RESIZE)).map(({ height }) => height);
  for (const [i, height] of heights.entries()) expect(height).not.toBe(heights[i - 1]);
}

for (const form of ['canvas', 'runestone', 'pretext'] satisfies HostForm[]) {
  test(`in a page of ${form} the frame is as high as what it holds, growing and shrinking`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1300, height: 900 });
    await openCourse(page, form, '#step=6&embed=1', [960, 900]);
    await expectToFit(page);
    const wide = await heightOf(page);
    expect(wide).toBeLessThan(640);
    const setWidth = (width: number) =>
      lessonOf(page).evaluate((frame, px) => {
        frame.style.width = `${px}px`;
      }, width);
    // One lane under the other.
    await setWidth(360);
    await expectToFit(page);
    expect(await heightOf(page)).toBeGreaterThan(wide + 200);
    await setWidth(960);
    await expectToFit(page);
    expect(await heightOf(page)).toBe(wide);
  });
}

for (const size of [
  [1200, 800],
  [1000, 720],
] as const) {
  test(`the whole page in a frame of ${size.join('×')} comes to rest too, place by place`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1300, height: 900 });
    const frame = await openCourse(page, 'pretext', '', size);
    await frame.locator('html[data-alive]').waitFor({ state: 'attached' });
    await expectToFit(page);
    const walk = await heightOf(page);
    for (const [place, view] of [
      ['Try it', 'try'],
      ['Check yourself', 'check'],
      ['Reference', 'reference'],
      ['Walk', 'walk'],
    ] as const) {
      await frame.getByRole('link', { name: place, exact: true }).click();
      await expect(frame.locator('html')).toHaveAttribute('data-view', view);
      await expectToFit(page);
    }
    expect(await heightOf(page)).toBe(walk);
  });
}

test('a course hears a score when an answer was checked, not before, and has it back', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1300, height: 900 });
  const hash = '#view=check&embed=1';
  const frame = await openCourse(page, 'runestone', hash, [700, 500]);
  const quiz = frame.getByRole('region', { name: 'Quiz' });
  const question = quiz.getByRole('group').first();
  await expect.poll(() => listHeard(page, 'SPLICE.getState')).toHaveLength(1);
  await question.getByRole('radio', { name: 'A JWT with the user’s ID' }).check();
  await question.getByRole('button', { name: 'Hint' }).click();
  await expect(question.getByText(/^Hint: /)).toBeVisible();
  expect(await listHeard(page, REPORT)).toEqual([]);
  await question.getByRole('button', { name: 'Check answer' }).click();
  await expect.poll(() => listHeard(page, REPORT)).toHaveLength(1);
  const [report] = await listHeard(page, REPORT);
  expect(report).toMatchObject({
    score: 1 / 3,
    message_id: expect.any(String),
    state: { version: 1, quiz: { answers: [{ chosen: 0, checked: true, correct: true }, {}, {}] } },
  });
  expect(await listHeard(page, 'SPLICE.sendEvent')).toMatchObject([
    { name: 'answered', data: { question: 0, correct: true } },
  ]);

  // Whoever is shown the stage finds the way back, and the frame follows.
  await question.getByRole('button', { name: 'Show me' }).click();
  await expect(frame.getByRole('slider', { name: 'Step' })).toHaveValue('3');
  await expectToFit(page);
  await frame.getByRole('button', { name: 'Back to question 1' }).click();
  await expect(question).toBeVisible();
  await expectToFit(page);

  // In another visit the browser has kept nothing: it is the course that did.
  await openCourse(page, 'runestone', hash, [700, 500]);
  await expect(question).toHaveAttribute('data-verdict', 'true');
  await expect(quiz.getByText('1 of 3 correct')).toBeVisible();
  expect(await listHeard(page, REPORT)).toEqual([]);
});

test('what a hostile page says does nothing', async ({ page }) => {
  await page.setViewportSize({ width: 1300, height: 900 });
  const frame = await openCourse(page, 'canvas', '#view=check&embed=1', [700, 500]);
  await expect.poll(() => listHeard(page, 'SPLICE.getState')).toHaveLength(1);
  const id = (await listHeard(page, 'SPLICE.getState'))[0]?.message_id;
  const answers = [{ chosen: 0, checked: true, correct: true }];
  const answered = { subject: 'SPLICE.getState.response', message_id: id };
  const good = { ...answered, state: { version: 1, quiz: { answers } } };

  // From a neighbour that has overheard all.
  await page.evaluate(async (message) => {
    const other = document.createElement('iframe');
    document.body.append(other);
    Object.assign(other.contentWindow ?? {}, { message });
    const script = document.createElement('script');
    script.append('parent.frames[0].postMessage(message, "*");');
    other.contentDocument?.body.append(script);
  }, good);

  const tell = (messages: unknown[]) =>
    page.evaluate((all) => {
      for (const message of all) window.frames[0]?.postMessage(message, '*');
    }, messages);
  await tell([
    null,
    7,
    'SPLICE.getState.response',
    '{"subject":"SPLICE.getState.response"}',
    [],
    { subject: { toString: 1 } },
    { ...good, message_id: 'authtrace-1' },
    { ...good, message_id: undefined },
    { ...good, subject: 'SPLICE.reportScoreAndState' },
    { ...good, message_id: undefined, state: 'x'.repeat(3_000_000) },
    JSON.stringify(good),
    { subject: 'lti.frameResize', height: 1e9 },
  ]);
  // The one that the frame waits for, with a state that is none: that was the answer, and the only one.
  const state = JSON.parse('{"__proto__":{"version":1,"quiz":{"answers":[{"chosen":0}]}}}');
  await tell([{ ...answered, state }]);
  await tell([good]);
  await page.waitForTimeout(300);
  const quiz = frame.getByRole('region', { name: 'Quiz' });
  await expect(quiz.getByRole('group').first()).not.toHaveAttribute('data-verdict');
  await expect(frame.getByRole('status', { name: 'Notices' })).toBeEmpty();
  expect(await listHeard(page, REPORT)).toEqual([]);
});

test('stage, question and quiz of a frame are sound for assistive technology', async ({ page }) => {
  for (const [hash, width, height, colorScheme] of [
    ['#step=8&embed=1&predict=1', 640, 560, 'light'],
    ['#view=check&embed=1', 320, 360, 'dark'],
  ] as const) {
    await page.goto('about:blank');
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await open(page, hash);
    await settle(page);
    await expectNoViolations(page, hash);
    if (!hash.includes('predict=1')) continue;
    // What the frame's address wants to be asked is asked there, answered, and told.
    const next = playback(page).getByRole('button', { name: 'Next step' });
    await next.click();
    const group = page.getByRole('group', { name: 'Before you go on' });
    await expect(group).toBeInViewport({ ratio: 1 });
    await group.getByRole('radio').first().check({ force: true });
    await group.getByRole('button', { name: 'Check' }).click();
    await expect(scrubber(page)).toHaveValue('9');
    await expect(page.getByText(/^You said “.*”[.,]/)).toBeInViewport();
  }
});

test('a page without a frame has no code for one', async ({ page }) => {
  const files = await readdir(join(process.env.E2E_DIST ?? DIST, 'assets'));
  const name = files.find((file) => file.startsWith('joinHost-'));
  expect(name).toBeDefined();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await open(page);
  await expect(page.locator('#page-module')).not.toHaveAttribute('data-late', /joinHost/);
  expect(asked).not.toContain(`/assets/${name}`);
});

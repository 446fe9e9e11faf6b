import { SCENARIO_NOTES } from '../../src/lesson/texts/scenarios/scenarioNotes.ts';
import type { Scenario } from '../../src/sim/scenario.ts';
import { SCENARIOS, type ScenarioId } from '../../src/sim/scenarios.ts';
import { runScenario } from '../../src/sim/trace.ts';
import { Collection, layOutAll, listMoves, readLayout } from './layout.ts';
import {
  expect,
  expectStep,
  follow,
  goTo,
  open,
  type Page,
  playback,
  SIZES,
  stage,
  test,
} from './page.ts';
import { expectNoViolationsInLooks } from './violations.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const OTHERS = SCENARIOS.slice(1);
/** What it asks and answers; at its end, what is left. */
const about = (page: Page) => page.getByRole('region', { name: /^(About: |Result$)/ });

/** Opens a scenario, by a load or as a link that is followed, and waits for the parts that come late. */
async function openScenario(page: Page, id: string, step: number) {
  const hash = `#step=${step}&scenario=${id}`;
  if (page.url() === 'about:blank') {
    await open(page, hash);
    await expect(page.getByRole('combobox', { name: 'Scenario' })).toHaveValue(id);
  } else await follow(page, hash);
  await expectStep(page, step);
  await expect(about(page)).toBeVisible();
}

/** Reads what the panels show, all at one time: each look by itself would ask the browser anew. */
const readPanels = (page: Page) =>
  page.getByRole('region', { name: 'Flow diagram' }).evaluate((flow) => ({
    rows: document.querySelectorAll('[aria-label="Execution table"] tbody > tr').length,
    current: flow.querySelectorAll('[aria-current="step"]').length,
    actions: flow.querySelectorAll('button').length,
    announced: document.querySelector('[role="status"][aria-label="Announcements"]')?.textContent,
    width: document.documentElement.scrollWidth,
    hash: location.hash,
  }));

/** Expects every panel to show the last step of a scenario, opened by its address. */
async function expectEveryPanel(page: Page, scenario: Scenario) {
  const { id, actions } = scenario;
  const trace = await runScenario(scenario);
  const last = trace.frames.length - 1;
  await openScenario(page, id, last);
  // At its end it says what that comes to.
  await expect(about(page)).toContainText(SCENARIO_NOTES[id as ScenarioId].short);
  // Out of view it follows a second later.
  await page.getByRole('region', { name: 'Flow diagram' }).scrollIntoViewIfNeeded();
  await expect
    .poll(() => readPanels(page))
    .toEqual({
      rows: last,
      current: 1,
      actions: actions.length,
      announced: expect.stringContaining(`Step ${last} of ${last}`),
      width: 390,
      hash: `#step=${last}&scenario=${id}`,
    });
}

// One page visits several: the first by a load, the others as a link followed in it, which costs a
// third. Eight, so that the workers share them evenly, and many are loaded.
const AT_ONCE = 8;

for (let i = 0; i < OTHERS.length; i += AT_ONCE) {
  const some = OTHERS.slice(i, i + AT_ONCE);
  test(`${some[0]?.id} to ${some.at(-1)?.id} open by their addresses, on every panel`, async ({
    page,
  }) => {
    await page.setViewportSize(SIZES.phone);
    for (const scenario of some) {
      await test.step(scenario.id, () => expectEveryPanel(page, scenario));
    }
    await goTo(page, 'Reference');
    const transcript = page.getByRole('region', { name: 'Transcript' });
    await transcript.scrollIntoViewIfNeeded();
    await expect(transcript.locator('[aria-current="step"]')).toHaveCount(1);
  });
}

const ALL = ['desktop', 'tablet', 'phone', 'narrow'] as const;

for (const size of ALL) {
  test(`at ${SIZES[size].width} wide nothing moves or is cut off in a scenario`, async ({
    page,
  }) => {
    await page.setViewportSize(SIZES[size]);
    for (const [id, sizes] of [
      ['stolen-then-logout', ALL],
      ['refresh-reuse', ['desktop', 'phone']],
      ['clock-skew-leeway', ['phone']],
      ['two-servers-no-shared-store', ['desktop', 'phone']],
    ] as const) {
      if (!(sizes as readonly string[]).includes(size)) continue;
      await openScenario(page, id, 0);
      const last = Number(await page.getByRole('slider', { name: 'Step' }).getAttribute('max'));
      // The flow is out of view, and shows the run that was there before until the page is at rest.
      await expect(
        page.getByRole('region', { name: 'Flow diagram' }).locator('[style*="--columns"]').first(),
      ).toHaveAttribute('style', new RegExp(`--columns: ?${last + 1}\\b`));
      await layOutAll(page);
      const { boxes: start } = await readLayout(page);
      const moves = new Collection();
      const spills = new Collection();
      for (let step = 1; step <= last; step++) {
        await page.keyboard.press('ArrowRight');
        const now = await readLayout(page);
        moves.add(step, listMoves(start, now.boxes));
        spills.add(step, now.spills);
      }
      expect.soft(moves.list(), `moved in ${id}`).toEqual([]);
      expect.soft(spills.list(), `cut off or sticking out in ${id}`).toEqual([]);
    }
  });
}

test('axe finds nothing in a scenario', async ({ page }) => {
  for (const [id, step] of [
    ['stolen-then-logout', 8],
    ['csrf-samesite-none', 4],
  ] as const) {
    await openScenario(page, id, step);
    await expectNoViolationsInLooks(page, id);
  }
});

test('what people ask is found by its words, and answered both ways on the stage', async ({
  page,
}) => {
  await open(page);
  const questions = page.getByRole('region', { name: 'Questions', exact: true });
  const asked = [
    [
      'stolen log out',
      'My credential was stolen and I log out: what now?',
      'Held: record destroyed',
      'Breach 200',
    ],
    ['deploy', 'I deploy: who is logged out?', 'Denied 401', 'Allowed 200'],
    ['csrf which', 'Which of the two does CSRF hit?', 'Breach 200', 'Held: token not attached'],
    ['second server change', 'What does a second server change?', 'Denied 401', 'Allowed 200'],
  ] as const;
  for (const [words, question, session, token] of asked) {
    await goTo(page, 'What breaks it');
    await questions.getByRole('checkbox', { name: 'Show answers' }).check();
    await questions.getByRole('searchbox').fill(words);
    // The story from its start first; the second way is straight to where it is decided.
    await questions.getByRole('button', { name: question, exact: true }).click();
    await expectStep(page, 0);
    await goTo(page, 'What breaks it');
    const row = questions.getByRole('row').filter({ hasText: question });
    await row.getByRole('button', { name: /^Jump to the answer/ }).click();
    await expect(about(page)).toContainText(question);
    const lanes = stage(page);
    await expect(lanes.getByRole('group', { name: 'Session-based' })).toContainText(session);
    await expect(lanes.getByRole('group', { name: 'Token-based' })).toContainText(token);
    await expect(stage(page)).toBeInViewport();
    await expect(playback(page)).toBeInViewport();
  }
});

import { SCENARIO_NOTES } from '../../src/lesson/texts/scenarios/scenarioNotes.ts';
import type { Scenario } from '../../src/sim/scenario.ts';
import { SCENARIOS, type ScenarioId } from '../../src/sim/scenarios.ts';
import { runScenario } from '../../src/sim/trace.ts';
import { judge, layOutAll, readLayoutAlong } from './layout.ts';
import {
  expect,
  expectStep,
  follow,
  forwards,
  goTo,
  open,
  type Page,
  playback,
  SIZES,
  stage,
  test,
} from './page.ts';
import { expectNoViolationsInLooks } from './violations.ts';

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

/** What the panels are to show at the last step of a Scenario; of texts a part. */
async function toExpected(scenario: Scenario) {
  const { id, actions } = scenario;
  const last = (await runScenario(scenario)).frames.length - 1;
  return {
    hash: `#step=${last}&scenario=${id}`,
    scenario: id,
    step: String(last),
    // At its end it says what that comes to.
    told: SCENARIO_NOTES[id as ScenarioId].short,
    rows: last,
    rowIsCurrent: true,
    current: 1,
    actions: actions.length,
    announced: `Step ${last} of ${last}`,
    width: 390,
  };
}

type Expected = Awaited<ReturnType<typeof toExpected>>;

/**
 * Follows a link to each of them in the page that is open, and returns what the panels show as soon
 * as they show what is expected; the first that do not within half a minute are the last. All of it
 * inside the page: to ask the browser for each part of each would be four fifths of the work.
 */
const followEach = (page: Page, all: readonly Expected[]): Promise<Expected[]> =>
  page.evaluate(async (list) => {
    const find = (name: string) => document.querySelector(`[aria-label="${name}"]`);
    const findAbout = () => document.querySelector('[aria-label^="About: "]');
    const findFlow = () =>
      [...document.querySelectorAll('section[aria-labelledby]')].find(
        (section) => section.firstElementChild?.textContent === 'Flow diagram',
      );
    const say = (element: Element | null) => element?.textContent?.replace(/\s+/g, ' ') ?? '';
    /** The part of a text that is looked for, where it is there, else all of it. */
    const partOf = (text: string, part: string) => (text.includes(part) ? part : text);
    const readValue = (element: Element | null) =>
      element instanceof HTMLSelectElement || element instanceof HTMLInputElement
        ? element.value
        : '';
    const read = (expected: Expected) => {
      const rows = document.querySelectorAll('[aria-label="Execution table"] tbody > tr');
      const flow = findFlow();
      return {
        hash: location.hash,
        scenario: readValue(find('Scenario')),
        step: readValue(find('Step')),
        told: partOf(say(find('Result') ?? findAbout()), expected.told),
        rows: rows.length,
        rowIsCurrent: rows[rows.length - 1]?.getAttribute('aria-current') === 'step',
        current: flow?.querySelectorAll('[aria-current="step"]').length ?? 0,
        actions: flow?.querySelectorAll('button').length ?? 0,
        announced: partOf(say(find('Announcements')), expected.announced),
        width: document.documentElement.scrollWidth,
      };
    };
    const shown = [];
    for (const expected of list) {
      location.assign(expected.hash);
      const end = performance.now() + 30_000;
      let seen = read(expected);
      const isAsExpected = () => JSON.stringify(seen) === JSON.stringify(expected);
      while (!isAsExpected() && performance.now() < end) {
        await new Promise(requestAnimationFrame);
        // Out of view it follows a second later.
        findFlow()?.scrollIntoView({ block: 'nearest' });
        seen = read(expected);
      }
      shown.push(seen);
      if (!isAsExpected()) break;
    }
    return shown;
  }, all);

// One page visits several: the first by a load, the others as a link followed in it. A quarter, so
// that the workers share them evenly.
const AT_ONCE = Math.ceil(OTHERS.length / 4);

for (let i = 0; i < OTHERS.length; i += AT_ONCE) {
  const some = OTHERS.slice(i, i + AT_ONCE);
  test(`${some[0]?.id} to ${some.at(-1)?.id} open by their addresses, on every panel`, async ({
    page,
  }) => {
    await page.setViewportSize(SIZES.phone);
    const all = await Promise.all(some.map(toExpected));
    await open(page, all[0]?.hash);
    const shown = await followEach(page, all);
    for (const [nth, seen] of shown.entries()) {
      expect(seen, some[nth]?.id).toEqual(all[nth]);
    }
    expect(shown).toHaveLength(some.length);
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
      const { steps, moves, spills } = judge(await readLayoutAlong(page, forwards(last)));
      expect.soft(steps, id).toEqual(Array.from({ length: last + 1 }, (_, step) => step));
      expect.soft(moves, `moved in ${id}`).toEqual([]);
      expect.soft(spills, `cut off or sticking out in ${id}`).toEqual([]);
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

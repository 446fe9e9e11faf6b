import type { Page } from '@playwright/test';
import { openTelling } from '../../src/lesson/tell.ts';
import { PREDICT_TEXTS, sayLookUps } from '../../src/lesson/texts/panels/check/predict.ts';
import { listAsked } from '../../src/lesson/told/askedSteps.ts';
import { findQuestion, type Question } from '../../src/lesson/told/question.ts';
import { SCENARIOS } from '../../src/sim/scenarios.ts';
import { runScenario } from '../../src/sim/trace.ts';
import { expect, open, playback, settle, test } from './page.ts';

const WIDTHS = [1440, 1280, 1024, 768, 390, 320];
/** The font decides which is longest; so these of each kind are looked at. */
const LONGEST = 2;

interface Asked {
  id: string;
  question: Question;
  context: string;
}

const sayOptions = ({ question }: Asked) =>
  question.options.map((option) => PREDICT_TEXTS.sayOption(question, option));

/** How much there is to read of a question, in three ways. */
const LENGTHS: readonly ((asked: Asked) => number)[] = [
  (asked) => asked.context.length + PREDICT_TEXTS.sayQuestion(asked.question).length,
  (asked) => sayOptions(asked).join('').length,
  (asked) => Math.max(...sayOptions(asked).map((text) => text.length)),
];

async function listAll(): Promise<Asked[]> {
  const all = await Promise.all(
    SCENARIOS.map(async (scenario) => {
      const telling = openTelling(await runScenario(scenario));
      const { isWalk, scenario: told } = telling.run;
      return listAsked(telling).map((step) => {
        const question = findQuestion(telling, step);
        if (!question) throw new Error(`${scenario.id} asks nothing before step ${step}`);
        const lookUps = sayLookUps(told.settings, told.actions) ?? '';
        return { id: scenario.id, question, context: isWalk ? '' : told.question + lookUps };
      });
    }),
  );
  return all.flat();
}

/** Names what lies outside of the box, is cut off, or has something over it. */
const findFaults = (page: Page) =>
  page.locator('[data-predict]').evaluate((box) => {
    // As the focus does that is in it when it is asked.
    box.scrollIntoView({ block: 'nearest' });
    const room = box.getBoundingClientRect();
    const above = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0;
    const sheet = getComputedStyle(box).position === 'fixed';
    const next = document.getElementById(sheet ? 'playback' : 'stage');
    const below = next?.getBoundingClientRect().top ?? 0;
    const faults: string[] = [];
    if (room.top < above - 0.5) faults.push(`under the header by ${above - room.top}`);
    if (room.bottom > below + 0.5) faults.push(`over the ${next?.id} by ${room.bottom - below}`);
    if (room.left < 0 || room.right > innerWidth) faults.push('beside the window');
    // Of an answer, a sheet leaves out what the lanes above it say.
    const parts = [...box.querySelectorAll('*')].filter((part) => part.checkVisibility());
    for (const part of [box, ...parts]) {
      const name = part.tagName + (part.textContent ?? '').slice(0, 40);
      const at = part.getBoundingClientRect();
      const isIn =
        at.top >= room.top - 0.5 &&
        at.bottom <= room.bottom + 0.5 &&
        at.left >= room.left - 0.5 &&
        at.right <= room.right + 0.5;
      if (!isIn) faults.push(`outside: ${name}`);
      const isBlock = part instanceof HTMLElement && getComputedStyle(part).display !== 'inline';
      if (isBlock && part.tagName !== 'INPUT') {
        if (part.scrollWidth > part.clientWidth + 1) faults.push(`too wide: ${name}`);
        if (part.scrollHeight > part.clientHeight + 1) faults.push(`too high: ${name}`);
      }
    }
    for (const part of parts.filter((one) => one.matches('label, button'))) {
      const { left, top, width, height } = part.getBoundingClientRect();
      const seen = document.elementFromPoint(left + width / 2, top + height / 2);
      if (!part.contains(seen)) faults.push(`covered: ${part.textContent}`);
    }
    return faults;
  });

/**
 * Looks at a question in each width, and returns the faults with where they are. In one scheme: the
 * other differs in colours alone, which tests/house/colours.test.ts holds.
 */
async function lookAround(page: Page, where: string) {
  const found: unknown[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await settle(page);
    const faults = await findFaults(page);
    if (faults.length > 0) found.push({ where, width, faults });
  }
  return found;
}

test('the longest questions and their answers fit at any width', async ({ page }) => {
  test.slow();
  const all = await listAll();
  const longest = new Set(
    LENGTHS.flatMap((toLength) =>
      all.toSorted((a, b) => toLength(b) - toLength(a)).slice(0, LONGEST),
    ),
  );
  // Where an answer is read, the next question waits: nobody has answered one.
  await page.addInitScript(() => {
    if (location.href !== 'about:blank') localStorage.clear();
  });
  for (const { id, question } of longest) {
    const where = `${id} ${question.step}`;
    await page.goto('about:blank');
    await open(page, `#scenario=${id}&step=${question.step - 1}`);
    const group = page.getByRole('group', { name: 'Before you go on' });
    // On a phone it comes when it is asked.
    await playback(page).getByRole('button', { name: 'Next step' }).click();
    await expect(group, where).toBeVisible();
    expect.soft(await lookAround(page, where)).toEqual([]);
    const wrong = question.options.findIndex((option) => option !== question.right);
    await group.locator('label').nth(wrong).click();
    await group.getByRole('button', { name: 'Check' }).click();
    await expect(page.locator('[data-predict="told"]')).toBeVisible();
    expect.soft(await lookAround(page, `${where}, told`)).toEqual([]);
  }
});

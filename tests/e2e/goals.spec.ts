import { GOAL_IDS, GOALS, type GoalId } from '../../src/lesson/exercises/goals/goals.ts';
import { expect, open, type Page, test, visitEach } from './page.ts';

const GO = /^Go to: /;

const press = async (page: Page, name: string | RegExp) => {
  await page.getByRole('button', { name }).first().focus();
  await page.keyboard.press('Enter');
};

test('from a hint to the setting that it means, and to the goal, by keyboard', async ({ page }) => {
  await open(page, '#view=check&way=challenge/restart-ends-both');
  await press(page, 'Hint');
  await press(page, 'Second hint');
  await press(page, 'Go to: Session store');
  const store = page.getByRole('combobox', { name: 'Session store' });
  await expect(store).toBeFocused();
  await expect(store).toHaveValue('persistent');
  await page.keyboard.press('Home');
  await expect(page.getByText('Session store in memory')).toBeVisible();
  const goal = page.getByRole('region', { name: /^Goal: / });
  await press(page, 'Go to: Secrets');
  const secrets = page.getByRole('combobox', { name: 'Secrets', exact: true });
  await expect(secrets).toBeFocused();
  await page.keyboard.press('End');
  await expect(goal.getByText('Reached with 2 changes; par is 2.')).toBeVisible();
});

test('every hint of every goal leads to something that can be done there', async ({ page }) => {
  await page.addInitScript((ids) => {
    if (location.protocol === 'about:') return;
    const hints = Object.fromEntries(ids.map((id) => [`challenge/${id}`, 2]));
    const kept = { version: 1, done: {}, hints, cards: {} };
    localStorage.setItem('authtrace.practise', JSON.stringify(kept));
  }, GOAL_IDS);
  const toHash = (id: GoalId) => `#view=try&scenario=${GOALS[id].scenarioId}&way=challenge/${id}`;
  await visitEach(page, GOAL_IDS.map(toHash), async (hash) => {
    const id = hash.slice(hash.lastIndexOf('/') + 1);
    const links = page.getByRole('region', { name: /^Goal: / }).getByRole('button', { name: GO });
    await expect(links.first(), id).toBeVisible();
    for (const link of await links.all()) {
      const name = ((await link.textContent()) ?? '').replace(GO, '');
      await link.click();
      const focused = page.locator('button:focus, [data-setting]:has(:focus) label');
      await expect(focused, id).toHaveText(name);
      await expect(focused, id).toBeInViewport();
    }
  });
});

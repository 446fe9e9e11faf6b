import groups from 'virtual:scenario-answers';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { SCENARIO_IDS } from '../../src/player/runs/scenarioIds.ts';
import { toScenario } from '../../src/player/runs/toldRun.ts';
import { usePlayer } from '../../src/player/usePlayer.ts';
import { button, expectStep, forgetVisit, openPage, region } from './page.tsx';

beforeEach(forgetVisit);

const questions = () => screen.findByRole('table', { name: 'Questions and answers' });
const status = () => within(region('Questions')).getByRole('status');
const ask = (text: string) => button(text);

/** The answers in the row of a question. */
function readAnswers(text: string) {
  const row = ask(text).closest('tr') as HTMLElement;
  return within(row)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);
}

const SHORT_ANSWERS = [
  ['My credential was stolen and I log out: what now?', 'Held: record destroyed', 'Breach 200'],
  ['I deploy: who is logged out?', 'Denied 401: no such record', 'Allowed 200'],
  ['Which of the two does CSRF hit?', 'Breach 200', 'Held: token not attached'],
  ['What can an injected script (XSS) carry away?', 'Held: HttpOnly', 'Breach 200'],
  ['What does a second server change?', 'Denied 401: no such record', 'Allowed 200'],
  [groups[0]?.[1][0]?.question ?? '', 'See the walk', 'See the walk'],
] as const;

test('every scenario has a question, and each is answered both ways, six to the letter', async () => {
  await openPage();
  const table = await questions();
  const asked = groups.flatMap(([, some]) => some);
  expect(asked.map(({ id }) => id)).toEqual(SCENARIO_IDS);
  for (const { question } of asked) {
    const answers = readAnswers(question);
    expect(answers, question).toHaveLength(2);
    for (const answer of answers) expect(answer, question).not.toBe('');
  }
  for (const [question, ...answers] of SHORT_ANSWERS)
    expect(readAnswers(question), question).toEqual(answers);
  expect(within(table).getAllByRole('rowheader').length).toBeGreaterThan(asked.length);
  // Narrow it is laid out as no table is, and stays one.
  expect(table).toHaveAttribute('role', 'table');
  expect(table.querySelectorAll(':is(thead, tbody, tr, th, td):not([role])')).toHaveLength(0);
});

test('each question names the settings that it is to be judged by, and no other', async () => {
  await openPage();
  await questions();
  for (const { question, settings } of groups.flatMap(([, some]) => some)) {
    const row = ask(question).closest('tr') as HTMLElement;
    const chips = [...row.querySelectorAll('th li')].map(({ textContent }) => textContent);
    expect(chips, question).toEqual(settings);
  }
  const named = (text: string) =>
    groups.flatMap(([, some]) => some).find((q) => q.question === text);
  // What decides is named also where it is the walk's own.
  expect(named('What can an injected script (XSS) carry away?')?.settings).toEqual([
    'HttpOnly on',
    'Token kept in: localStorage',
  ]);
  expect(named('What does a second server change?')?.settings).not.toContain('HttpOnly on');
  expect(named('Which of the two does CSRF hit?')?.settings).not.toEqual([]);
});

test('what was guessed before is told beside its question', async () => {
  const asked = groups.flatMap(([, some]) => some).find(({ guess }) => guess);
  const [wrong] = asked?.guess?.options.find(([kept]) => kept !== asked.guess?.right) ?? [];
  const answers = { [`${asked?.id}/${asked?.guess?.step}`]: wrong };
  localStorage.setItem('authtrace.predictions', JSON.stringify({ version: 1, answers }));
  await openPage();
  await questions();
  const row = ask(asked?.question ?? '').closest('tr') as HTMLElement;
  expect(row).toHaveTextContent(/You said/);
});

test('a question opens its scenario at the start, and at the step that answers it', async () => {
  const { user } = await openPage('#step=2&view=breaks');
  await questions();
  await user.click(ask('I deploy: who is logged out?'));
  await waitFor(() => expect(usePlayer.getState().view).toBe('walk'));
  expectStep(0);
  expect(document.getElementById('stage')).toHaveFocus();
  const row = ask('I deploy: who is logged out?').closest('tr') as HTMLElement;
  await user.click(within(row).getByRole('button', { name: /^Jump to the answer: / }));
  await waitFor(() => expectStep(4));
  expect(toScenario(usePlayer.getState().run).id).toBe('restart-memory-store');
  const { session, token } = usePlayer.getState().run.trace?.frames[4] ?? {};
  expect([session?.outcome.allowed, token?.outcome.allowed]).toEqual([false, true]);
  expect(ask('I deploy: who is logged out?').closest('tr')).toHaveAttribute('aria-current', 'true');
});

test('words narrow the list down, in any order and case', async () => {
  const { user } = await openPage();
  await questions();
  const filter = screen.getByRole('searchbox', { name: 'Filter the questions' });
  await user.type(filter, 'SERVER second');
  await waitFor(() => expect(ask('What does a second server change?')).toBeVisible());
  expect(screen.queryByText('What is made when the login fails?')).toBeNull();
  await user.clear(filter);
  await user.type(filter, '<xyz>(*');
  expect(status()).toHaveTextContent(/^No question is about this\.$/);
  await user.click(screen.getByRole('button', { name: 'Show all questions' }));
  expect(filter).toHaveValue('');
  await waitFor(() => expect(ask('What is made when the login fails?')).toBeInTheDocument());
});

test('what was found stands by how well it fits, without groups, and all come back', async () => {
  const { user } = await openPage();
  const table = await questions();
  const filter = screen.getByRole('searchbox', { name: 'Filter the questions' });
  const listRows = () => within(table).getAllByRole('rowheader');
  const rows = listRows().length;
  await user.click(filter);
  await user.paste('csrf xss');
  await waitFor(() => expect(listRows().length).toBeLessThan(rows / 2));
  expect(ask('Which of the two does CSRF hit?')).toBeVisible();
  expect(ask('What can an injected script (XSS) carry away?')).toBeVisible();
  expect(within(table).queryByText('Cross-site and scripts')).toBeNull();
  expect(status()).toHaveTextContent(`${listRows().length} questions`);
  await user.clear(filter);
  await user.paste('what is it?');
  expect(status()).toHaveTextContent(`${SCENARIO_IDS.length} questions`);
  expect(listRows()).toHaveLength(rows);
});

test('where no question is about it the nearest are shown, and it says so', async () => {
  const { user } = await openPage();
  const table = await questions();
  await user.click(screen.getByRole('searchbox', { name: 'Filter the questions' }));
  await user.paste('postgres connection pool size');
  await waitFor(() =>
    expect(status()).toHaveTextContent(/^No question is about this\. The nearest:$/),
  );
  const shown = within(table).getAllByRole('rowheader');
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.length).toBeLessThanOrEqual(3);
});

test('with one column on show only that one answers', async () => {
  const { user } = await openPage();
  await questions();
  await user.keyboard('t');
  expect(readAnswers('Which of the two does CSRF hit?')).toEqual(['Held: token not attached']);
});

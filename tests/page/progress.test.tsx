import groups from 'virtual:scenario-answers';
import { waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { PREDICTIONS_KEY, usePredictions } from '../../src/player/asking/predictions.ts';
import { countAbout } from '../../src/player/practise/countDone.ts';
import { toScenario } from '../../src/player/runs/toldRun.ts';
import { usePlayer } from '../../src/player/usePlayer.ts';
import { button, expectStep, forgetVisit, openPage, region } from './page.tsx';

beforeEach(forgetVisit);

const [TOPIC = '', asked = []] = groups.find(([, all]) => all.length > 2) ?? [];
const WALK = 'login-to-logout';
const guessed = asked.filter(({ guess }) => guess);
const [first, second] = guessed;
/** What the ways ask about it comes on top. */
const ofWays = (ids: readonly string[]) => countAbout({}, ids).all;
const ALL = guessed.length + ofWays(asked.map(({ id }) => id).filter((id) => id !== WALK));
const WALK_ALL = 6 + ofWays([WALK]);
const keep = (answers: object) =>
  localStorage.setItem(PREDICTIONS_KEY, JSON.stringify({ version: 1, answers }));

const place = () => within(region('Your progress'));
const row = (name: string) => {
  const header = place().getByRole('rowheader', { name });
  return within(header.closest('tr') as HTMLElement);
};

test('names each topic with what was answered, and what was right', async () => {
  keep({
    [`${first?.id}/${first?.guess?.step}`]: first?.guess?.right,
    'login-to-logout/3': 'none of these',
  });
  await openPage('#view=check');
  await waitFor(() => region('Your progress'));
  expect(row(TOPIC).getByText(`1 of ${ALL}, 1 right`)).toBeVisible();
  expect(row('The walk').getByText(`1 of ${WALK_ALL}, 0 right`)).toBeVisible();
  expect(row(TOPIC).getByRole('button', { name: `Next: ${second?.question}` })).toBeVisible();
});

test('leads to the next question of a topic: the walk before its step, a scenario at its start', async () => {
  keep({ 'login-to-logout/3': 'none of these' });
  const { user } = await openPage('#view=check');
  await waitFor(() => region('Your progress'));
  await user.click(row('The walk').getByRole('button'));
  await waitFor(() => expect(usePlayer.getState().view).toBe('walk'));
  expectStep(5);
  usePlayer.getState().setView('check');
  await user.click(row(TOPIC).getByRole('button'));
  await waitFor(() => expect(toScenario(usePlayer.getState().run).id).toBe(first?.id));
  expectStep(0);
});

test('has the quiz too, and leads to the first of its questions that is open', async () => {
  const { user } = await openPage('#view=check');
  await waitFor(() => region('Your progress'));
  const quiz = within(region('Quiz'));
  const [first] = quiz.getAllByRole('group');
  await user.click(within(first as HTMLElement).getAllByRole('radio')[0] as HTMLElement);
  await user.click(within(first as HTMLElement).getByRole('button', { name: 'Check answer' }));
  expect(row('The quiz').getByText(/^1 of 3, [01] right$/)).toBeVisible();
  await user.click(row('The quiz').getByRole('button', { name: 'Question 2' }));
  expect(quiz.getAllByRole('group')[1]).toContainElement(document.activeElement as HTMLElement);
  await user.click(button('Start over'));
  await user.click(button('Forget'));
  expect(row('The quiz').getByText('0 of 3')).toBeVisible();
  for (const radio of quiz.getAllByRole('radio')) expect(radio).not.toBeChecked();
});

test('starts over only when that is asked once more', async () => {
  keep({ 'login-to-logout/3': 'none of these' });
  const { user } = await openPage('#view=check');
  await waitFor(() => region('Your progress'));
  await user.click(button('Start over'));
  expect(place().getByRole('alert')).toHaveTextContent('Forget 1 answer?');
  await user.click(button('Keep'));
  expect(usePredictions.getState().answers).toHaveProperty(['login-to-logout/3']);
  expect(button('Start over')).toHaveFocus();
  await user.click(button('Start over'));
  await user.click(button('Forget'));
  expect(usePredictions.getState().answers).toEqual({});
  expect(row('The walk').getByText(`0 of ${WALK_ALL}`)).toBeVisible();
  expect(JSON.parse(localStorage.getItem(PREDICTIONS_KEY) ?? '')).toMatchObject({ answers: {} });
});

import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadRunParts } from '../../src/late.ts';
import type { StepTelling } from '../../src/lesson/telling.ts';
import { SCENARIO_NOTES } from '../../src/lesson/texts/scenarios/scenarioNotes.ts';
import { listAsked } from '../../src/lesson/told/askedSteps.ts';
import { findQuestion } from '../../src/lesson/told/question.ts';
import {
  PREDICTIONS_KEY,
  toPredictionKey,
  usePredictions,
} from '../../src/player/asking/predictions.ts';
import { usePreferences } from '../../src/player/kept/preferences.ts';
import { loadRunner } from '../../src/player/runs/loadRunner.ts';
import { usePlayer } from '../../src/player/usePlayer.ts';
import { STRATEGIES, type Strategy } from '../../src/sim/strategy.ts';
import { button, expectStep, forgetVisit, openPage } from './page.tsx';

beforeEach(forgetVisit);

type User = Awaited<ReturnType<typeof openPage>>['user'];

const group = () => screen.getByRole('group', { name: 'Before you go on' });
const findGroup = () => screen.findByRole('group', { name: 'Before you go on' });
const noGroup = () => expect(screen.queryByRole('group', { name: 'Before you go on' })).toBeNull();
const radio = (name: string) => within(group()).getByRole('radio', { name });
/** Above the stage; the lane and the list of questions say it too. */
const told = () =>
  screen
    .getAllByText(/^You said “.*”[.,]/)
    .map((said) => said.closest('[role="status"]'))
    .find((status) => status !== null);

/** A sentence as it is read. */
const toPlain = (sentence: StepTelling['session']['sentence']) =>
  sentence
    .map((part) => (typeof part === 'string' ? part : 'code' in part ? part.code : part.text))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

async function answer(user: User, option: string) {
  await user.click(radio(option));
  await user.click(within(group()).getByRole('button', { name: 'Check' }));
}

describe('the Next button', () => {
  test('asks before a telling step, and takes the focus there', async () => {
    const { user } = await openPage('#step=8');
    expect(await findGroup()).toBeVisible();
    await user.click(button('Next step'));
    expectStep(8);
    const names = within(group())
      .getAllByRole('radio')
      .map((one) => one.closest('label'));
    expect(names.map((label) => label?.textContent)).toEqual([
      'Both',
      'Session',
      'Token',
      'Nobody',
    ]);
    await waitFor(() => expect(radio('Both')).toHaveFocus());
    expect(
      within(group()).getByRole('radiogroup', {
        name: 'After “User logs out” (step 9), who would still accept a copy of what was given out?',
      }),
    ).toBeVisible();
    expect(within(group()).getByRole('button', { name: 'Check' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  });

  test('steps at once where nothing is asked', async () => {
    const { user } = await openPage('#step=3');
    await user.click(button('Next step'));
    expectStep(4);
    noGroup();
  });

  test('tells a wrong guess what is so, and why', async () => {
    const { user } = await openPage('#step=2');
    await findGroup();
    await user.click(button('Next step'));
    await answer(user, '{}');
    expectStep(3);
    expect(told()).toHaveTextContent("You said “{}”. It is “{ userId: 'abc123' }”.");
    // Where it would have been right, and not what stands under the lane.
    expect(told()).toHaveTextContent(
      /is what (comes at step \d+|the other of the two has there)\.$/,
    );
    expect(told()).not.toHaveTextContent(
      toPlain(usePlayer.getState().run.telling.at(3).session.sentence),
    );
    expect(button('Next step')).toHaveFocus();
  });

  test('tells a right guess that it is right, also when one comes back', async () => {
    const { user } = await openPage('#step=8');
    await findGroup();
    await user.click(button('Next step'));
    await answer(user, 'Token');
    expect(told()).toHaveTextContent('You said “Token”, and so it is.');
    await user.click(button('Last step'));
    await user.click(button('Previous step'));
    expect(screen.queryByText(/^You said/)).toBeNull();
    act(() => usePlayer.getState().jumpTo(9));
    expect(told()).toHaveTextContent('You said “Token”');
  });

  test('pressed again goes on, and the question counts as skipped', async () => {
    const { user } = await openPage('#step=8');
    await findGroup();
    await user.click(button('Next step'));
    await user.click(button('Next step'));
    await waitFor(() => expectStep(9));
    expect(screen.queryByText(/^You said/)).toBeNull();
    await user.click(button('Previous step'));
    noGroup();
  });
});

describe('Skip', () => {
  test.each(['the key', 'the button'])('by %s goes on, and asks no more', async (how) => {
    const { user, close } = await openPage('#step=8');
    await findGroup();
    await user.click(button('Next step'));
    await waitFor(() =>
      expect(radio('Both').closest('fieldset')).toContainElement(
        document.activeElement as HTMLElement,
      ),
    );
    if (how === 'the key') await user.keyboard('{Escape}');
    else await user.click(within(group()).getByRole('button', { name: 'Skip' }));
    expectStep(9);
    close();
    const { user: again } = await openPage('#step=8');
    noGroup();
    await again.click(button('Next step'));
    expectStep(9);
  });
});

test('by the keyboard alone: chosen by arrows, checked by Enter', async () => {
  const { user } = await openPage('#step=10');
  await findGroup();
  button('Next step').focus();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(radio('Both')).toHaveFocus());
  await user.keyboard(' ');
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
  expectStep(10);
  expect(radio('Nobody')).toBeChecked();
  await user.keyboard('{Enter}');
  expectStep(11);
  expect(told()).toHaveTextContent(
    /^You said “Nobody”, and so it is. Session-based: .* Token-based: /,
  );
});

test('a wrong guess of who gets in is told why by the lane’s own sentence, and by what decides once that is on the stage', async () => {
  await openPage('#scenario=stolen-then-logout');
  const readId = () => usePlayer.getState().run.telling.run.scenario.id;
  await waitFor(() => expect(readId()).toBe('stolen-then-logout'));
  const { run } = usePlayer.getState();
  const step = listAsked(run.telling)[0] ?? 0;
  const question = findQuestion(run.telling, step);
  expect(question?.right).toBe('token');
  if (!question) return;
  usePredictions.getState().say(toPredictionKey('stolen-then-logout', step), 'both');
  act(() => usePlayer.getState().jumpTo(question.answeredAt - 1));
  const say = (lane: Strategy) => toPlain(run.telling.at(question.answeredAt)[lane].sentence);
  expect(told()).toHaveTextContent(`Session-based: ${say('session')}`);
  // It was right of the other lane.
  expect(told()).not.toHaveTextContent(say('token'));
  act(() => usePlayer.getState().jumpTo(question.answeredAt));
  expect(told()).toHaveTextContent(SCENARIO_NOTES['stolen-then-logout'].short);
  for (const lane of STRATEGIES) expect(told()).not.toHaveTextContent(say(lane));

  // Under a lane stands what was said of that lane.
  const under = () => screen.queryAllByText(/^You said “[^”]*”$/).map((one) => one.textContent);
  await waitFor(() => expect(under()).toEqual(['You said “Both”']));
  const saying = (said: string) =>
    act(() => usePredictions.getState().say(toPredictionKey('stolen-then-logout', step), said));
  saying('token');
  await waitFor(() => expect(under()).toEqual(['You said “Token”']));
  saying('session');
  await waitFor(() => expect(under()).toEqual(['You said “Session”', 'You said “only Session”']));
});

test('what was said is there again after a reload', async () => {
  const { user, close } = await openPage('#step=10');
  await findGroup();
  await answer(user, 'Both');
  expect(JSON.parse(localStorage.getItem(PREDICTIONS_KEY) ?? '')).toEqual({
    version: 1,
    answers: { 'login-to-logout/11': 'both' },
  });
  close();
  await openPage('#step=11');
  expect(told()).toHaveTextContent('You said “Both”. It is “Nobody”.');
});

test('what was kept and is no option is asked anew', async () => {
  const answers = { 'login-to-logout/11': 'everybody' };
  localStorage.setItem(PREDICTIONS_KEY, JSON.stringify({ version: 1, answers }));
  await openPage('#step=11');
  expect(screen.queryByText(/^You said/)).toBeNull();
  act(() => usePlayer.getState().jumpTo(10));
  expect(await findGroup()).toBeVisible();
});

describe('keys', () => {
  test('step on as always, beside the question', async () => {
    const { user } = await openPage('#step=7');
    await user.keyboard('{ArrowRight}');
    expectStep(8);
    expect(await findGroup()).toBeVisible();
    expect(group()).not.toContainElement(document.activeElement as HTMLElement);
    await user.keyboard('{ArrowRight}');
    expectStep(9);
    // Here stands the question before the next one.
    expect(screen.queryByRole('radiogroup', { name: /^After “User logs out”/ })).toBeNull();
    // It is still open.
    await user.keyboard('{ArrowLeft}');
    expect(screen.getByRole('radiogroup', { name: /^After “User logs out”/ })).toBeVisible();
  });

  test('from within the question, where they step on, lead to what steps on', async () => {
    const { user } = await openPage('#step=8');
    await findGroup();
    within(group()).getByRole('button', { name: 'Check' }).focus();
    await user.keyboard('{ArrowRight}');
    expectStep(9);
    await waitFor(() => expect(button('Next step')).toHaveFocus());
  });

  test('are asked too where that is wanted', async () => {
    const { user } = await openPage('#step=8');
    act(() => usePreferences.getState().setAsks('all'));
    await findGroup();
    await user.keyboard('{ArrowRight}');
    await waitFor(() =>
      expect(radio('Both').closest('fieldset')).toContainElement(
        document.activeElement as HTMLElement,
      ),
    );
    expectStep(8);
  });
});

describe('Play', () => {
  test('asks at once where the next step does, and plays on after the answer', async () => {
    const { user } = await openPage('#step=8');
    await findGroup();
    await user.click(button('Play'));
    await waitFor(() => expect(usePlayer.getState().asking).toEqual({ resumes: true }));
    expect(button('Play')).toBeVisible();
    expectStep(8);
    await answer(user, 'Token');
    expectStep(9);
    expect(button('Pause')).toBeVisible();
  });

  test('stops to ask, and waits', async () => {
    await openPage('#step=8');
    await findGroup();
    act(() => usePlayer.setState({ playing: true }));
    // What the timer does when the step has been read.
    act(() => usePlayer.getState().advance());
    await waitFor(() => expect(usePlayer.getState().playing).toBe(false));
    expectStep(8);
    expect(group().closest('[data-asked]')).not.toBeNull();
  });
});

describe('nothing is asked', () => {
  test.each([
    ['where the address says so', '#step=8&predict=0'],
    ['with one column', '#step=8&columns=token'],
    ['where the stage is not', '#step=8&view=reference'],
  ])('%s', async (_where, hash) => {
    await openPage(hash);
    await act(async () => usePlayer.getState().stepOn());
    await waitFor(() => expectStep(9));
    noGroup();
  });

  test('where the reader does not want it, unless the address does', async () => {
    usePreferences.setState({ asks: 'off' });
    localStorage.setItem('authtrace.preferences', '{"version":1,"asks":"off"}');
    const { user, close } = await openPage('#step=8');
    await user.click(button('Next step'));
    await waitFor(() => expectStep(9));
    close();
    await openPage('#step=8&predict=1');
    expect(await findGroup()).toBeVisible();
  });
});

describe('a scenario', () => {
  // The engine takes its time to come where much else runs.
  beforeAll(async () => {
    await Promise.all([loadRunParts(), loadRunner()]);
  }, 120_000);

  test('keeps its answer until it is guessed, and tells it then', async () => {
    const { user } = await openPage('#scenario=stolen-then-logout&step=2');
    const about = await screen.findByRole('region', { name: 'About: Stolen, then logged out' });
    await waitFor(() => expectStep(2));
    expect(about).toHaveTextContent('You are asked before step 4.');
    expect(about).not.toHaveTextContent('The stolen cookie gets 401');
    await user.click(button('Next step'));
    await findGroup();
    expect(group()).toHaveTextContent('My credential was stolen and I log out: what now?');
    await answer(user, 'Session');
    expectStep(4);
    // Before the attack is on the stage, by the sentences that it will have.
    const { session, token } = usePlayer.getState().run.telling.at(8);
    expect(told()).toHaveTextContent(
      `You said “Session”. It is “Token”. Session-based: ${toPlain(session.sentence)} Token-based: ${toPlain(token.sentence)}`,
    );
    expect(about).toHaveTextContent('The stolen cookie gets 401');
    await user.click(button('Next step'));
    expectStep(5);
    expect(told()).toHaveTextContent('It is “Token”.');
  });

  test('shows its answer to who asks for it', async () => {
    const { user } = await openPage('#scenario=stolen-then-logout&step=2');
    await user.click(await screen.findByRole('button', { name: 'Show the answer' }));
    expectStep(2);
    expect(
      screen.getByRole('region', { name: 'About: Stolen, then logged out' }),
    ).toHaveTextContent('The stolen cookie gets 401');
  });
});

test('the cells to come are not read ahead of the answer', async () => {
  const { user } = await openPage('#step=8');
  await findGroup();
  expect(document.querySelector('[data-predict="open"]')).not.toBeNull();
  await user.click(button('Next step'));
  await answer(user, 'Token');
  expect(document.querySelector('[data-predict="open"]')).toBeNull();
});

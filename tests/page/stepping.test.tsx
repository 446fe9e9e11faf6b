import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { ROWS } from './lessonFacts.ts';
import {
  button,
  expectStep,
  forgetVisit,
  openPage,
  readRows,
  region,
  slider,
  table,
} from './page.tsx';

beforeEach(forgetVisit);

test('the page opens at the start, paused', async () => {
  await openPage();
  expectStep(0);
  expect(slider()).toHaveAttribute('aria-valuetext', 'Start');
  expect(button('Play')).toBeEnabled();
});

test('the table says the lesson letter for letter', async () => {
  await openPage();
  const heads = within(table()).getAllByRole('columnheader');
  expect(heads.map(({ textContent }) => textContent)).toEqual([
    'Step',
    'Action',
    'Session-based Auth',
    'Token-based Auth',
    'Result',
  ]);
  const own = [...table().querySelectorAll('tbody > tr')].map((row) =>
    // What the engine computed stands below the words, in an element of its own.
    [...row.children].slice(1).map(({ firstChild }) => firstChild?.textContent),
  );
  expect(own).toEqual(ROWS);
  expect(readRows(table())[6]?.[2]).toContain('abc123');
});

/** Expects buttons that say that there is no step their way, and can be reached. */
function expectAtEnd(...names: string[]) {
  for (const name of names) {
    expect(button(name)).toHaveAttribute('aria-disabled', 'true');
    expect(button(name)).toBeEnabled();
  }
}

test('the buttons step forth and back and rest at the ends', async () => {
  const { user } = await openPage('#predict=0');
  expectAtEnd('First step', 'Previous step');
  for (let step = 1; step <= 12; step++) {
    await user.click(button('Next step'));
    expectStep(step);
    expect(slider()).toHaveAttribute(
      'aria-valuetext',
      `Step ${step} of 12: ${ROWS[step - 1]?.[0]}`,
    );
  }
  expectAtEnd('Last step', 'Next step');
  // It stays where it is: the next press must not be another button's.
  expect(button('Next step')).toHaveFocus();
  await user.keyboard('{Enter}');
  expectStep(12);
  await user.click(button('Previous step'));
  expectStep(11);
  await user.click(button('First step'));
  expectStep(0);
  await user.click(button('Last step'));
  expectStep(12);
});

test('the keys step, and stop at the ends', async () => {
  const { user } = await openPage();
  await user.keyboard('{ArrowLeft}');
  expectStep(0);
  await user.keyboard('{ArrowRight}{PageDown}{ArrowRight}');
  expectStep(3);
  await user.keyboard('{ArrowLeft}{PageUp}');
  expectStep(1);
  await user.keyboard('{End}{ArrowRight}');
  expectStep(12);
  await user.keyboard('{Home}');
  expectStep(0);
  await user.keyboard('{ArrowRight}r');
  expectStep(0);
});

test('a click on a row jumps, and so does the button in it', async () => {
  const { user } = await openPage();
  await user.click(within(table()).getByText('User must login again'));
  expectStep(11);
  await user.click(within(table()).getByRole('button', { name: 'Go to step 3' }));
  expectStep(3);
});

test('rows tell past, current and coming apart', async () => {
  await openPage('#step=4');
  const states = [...table().querySelectorAll('tbody > tr')].map((row) =>
    row.getAttribute('data-state'),
  );
  expect(states).toEqual([...Array(3).fill('done'), 'current', ...Array(8).fill('coming')]);
});

describe('the flow diagram', () => {
  const current = () =>
    within(region('Flow diagram'))
      .getAllByRole('button')
      .filter((node) => node.getAttribute('aria-current') === 'step')
      .map(({ textContent }) => textContent);

  test.each([
    [0, []],
    [1, ['User sends login request']],
    [3, ['Create session on server', 'Create JWT token']],
    [6, ['Server checks session ID', 'Server verifies token']],
    [7, ['Server checks session ID', 'Server verifies token']],
    [8, ['Allow or deny access', 'Allow or deny access']],
    [9, ['Logout', 'Destroy session on server', 'Logout', 'Client discards token']],
    [10, ['Destroy session on server', 'Client discards token']],
    [11, ['Allow or deny access', 'Allow or deny access']],
    [12, []],
  ])('at step %i marks %j', async (step, nodes) => {
    await openPage(`#step=${step}`);
    expect(current()).toEqual(nodes);
  });

  test.each([
    [7, []],
    [8, ['Step 8: Allowed. ', 'Step 8: Allowed. ']],
    [11, ['Step 8: Allowed. Step 11: Denied. ', 'Step 8: Allowed. Step 11: Denied. ']],
  ])('at step %i the nodes that decide say %j', async (step, verdicts) => {
    await openPage(`#step=${step}`);
    const nodes = within(region('Flow diagram')).getAllByRole('listitem');
    const said = nodes.map((node) => node.lastElementChild?.textContent ?? '');
    expect(said.filter((text) => text.startsWith('Step '))).toEqual(verdicts);
    // To the eye it is a sign, each time that the node comes.
    const signs = region('Flow diagram').querySelectorAll('button [data-tone] svg');
    expect(signs).toHaveLength(verdicts.join('').split('Step').length - 1);
  });

  test('a node jumps to the step at which it happens', async () => {
    const { user } = await openPage();
    await user.click(button('Client stores token'));
    expectStep(5);
    await user.click(button('Server checks session ID'));
    expectStep(7);
    await user.click(button('Destroy session on server'));
    expectStep(9);
    await waitFor(() => expect(current()).toContain('Client discards token'));
  });
});

test('any manual step pauses', async () => {
  const { user } = await openPage();
  await user.click(button('Play'));
  expect(button('Pause')).toBeVisible();
  await user.click(within(table()).getByRole('button', { name: 'Go to step 6' }));
  expect(button('Play')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Pause' })).toBeNull();
});

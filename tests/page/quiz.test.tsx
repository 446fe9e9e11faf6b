import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { usePlayer } from '../../src/player/usePlayer.ts';
import { expectStep, forgetVisit, openPage, region, table, tracker } from './page.tsx';

beforeEach(forgetVisit);

type User = Awaited<ReturnType<typeof openPage>>['user'];

const CREATES = /step 3 of the execution table create/;
const STORE = /happens to sessionStore after logout/;
const SENDS = /send its authentication data/;

const question = (name: RegExp) => within(within(region('Quiz')).getByRole('group', { name }));
const verdict = (name: RegExp) => question(name).getByRole('status');
const press = (user: User, name: RegExp, button: string) =>
  user.click(question(name).getByRole('button', { name: button }));

async function answer(user: User, name: RegExp, option: string) {
  await user.click(question(name).getByRole('radio', { name: option }));
  await press(user, name, 'Check answer');
}

const score = () => {
  const statuses = within(region('Quiz')).getAllByRole('status');
  return statuses.find(({ textContent }) => /of 3 correct/.test(textContent ?? ''))?.textContent;
};

test('right and wrong are explained, scored and announced', async () => {
  const { user } = await openPage();
  expect(score()).toBeUndefined();
  await answer(user, CREATES, 'A JWT with the user’s ID in its payload');
  expect(verdict(CREATES)).toHaveTextContent(/^Right\. The server signs a payload/);
  await answer(user, STORE, 'It stays as it was');
  expect(verdict(STORE)).toHaveTextContent(/^Not quite\. It would, if/);
  await answer(user, SENDS, 'The browser sends the session cookie by itself');
  expect(score()).toBe('2 of 3 correct');
});

test('every option has an explanation of its own', async () => {
  const { user } = await openPage();
  const explained = new Set<string | null>();
  const names = question(STORE)
    .getAllByRole('radio')
    .map((radio) => (radio as HTMLInputElement).labels?.[0]?.textContent ?? '');
  for (const name of names) {
    await answer(user, STORE, name);
    explained.add(verdict(STORE).textContent);
  }
  expect(explained.size).toBe(4);
});

test('another choice takes the verdict away, and so does Try again', async () => {
  const { user } = await openPage();
  const check = () => question(CREATES).getByRole('button', { name: 'Check answer' });
  const tryAgain = () => question(CREATES).getByRole('button', { name: 'Try again' });
  expect(check()).toBeDisabled();
  // Only what was tried can be tried again.
  await user.click(question(CREATES).getByRole('radio', { name: 'A logout request' }));
  expect(tryAgain()).toBeDisabled();
  await press(user, CREATES, 'Check answer');
  expect(tryAgain()).toBeEnabled();
  expect(check()).toBeDisabled();
  await user.click(
    question(CREATES).getByRole('radio', { name: 'A session stored on the server' }),
  );
  expect(verdict(CREATES)).toBeEmptyDOMElement();
  expect(check()).toBeEnabled();
  await press(user, CREATES, 'Check answer');
  await press(user, CREATES, 'Try again');
  expect(verdict(CREATES)).toBeEmptyDOMElement();
  for (const radio of question(CREATES).getAllByRole('radio')) expect(radio).not.toBeChecked();
  expect(score()).toBeUndefined();
});

test('a hint never vanishes', async () => {
  const { user } = await openPage();
  await press(user, STORE, 'Hint');
  const expectHint = () =>
    expect(question(STORE).getByText(/^Hint: .*After Step 9/)).toBeInTheDocument();
  expectHint();
  await answer(user, STORE, 'It stores the token');
  await press(user, STORE, 'Try again');
  await press(user, CREATES, 'Hint');
  await user.keyboard('{ArrowRight}');
  expectHint();
});

test.each([
  [CREATES, 3, () => table(), 'Create JWT token with user ID payload'],
  [STORE, 9, () => tracker(), '{}'],
  [SENDS, 6, () => tracker(), 'sent with request'],
] as const)(
  'Show me of %s jumps to step %i and marks the very cell',
  async (name, step, place, words) => {
    const { user } = await openPage('#step=1');
    await press(user, name, 'Show me');
    expectStep(step);
    const marked = [...document.querySelectorAll('[data-marked]')].filter((cell) =>
      cell.closest('td'),
    );
    expect(marked).toHaveLength(1);
    expect(place().contains(marked[0] ?? null)).toBe(true);
    expect(marked[0]?.firstChild?.textContent).toBe(words);
    await user.keyboard('{ArrowRight}');
    expect(document.querySelector('td[data-marked]')).toBeNull();
  },
);

test('Show me has a way back, which takes the focus to the question', async () => {
  const { user } = await openPage('#view=check');
  const back = () => screen.queryByRole('button', { name: /^Back to question/ });
  expect(back()).toBeNull();
  await press(user, STORE, 'Show me');
  expect(usePlayer.getState().view).not.toBe('check');
  await user.click(screen.getByRole('button', { name: 'Back to question 2' }));
  expect(usePlayer.getState().view).toBe('check');
  expect(question(STORE).getByRole('button', { name: 'Show me' })).toHaveFocus();
  expect(back()).toBeNull();
});

test('Show me brings back a lane that is hidden', async () => {
  const { user } = await openPage('#step=1&columns=session');
  await press(user, CREATES, 'Show me');
  expect(usePlayer.getState().columns).toBe('both');
  expect(table().querySelector('td[data-marked]')).toHaveTextContent('Create JWT token');
});

test('progress is there again at the next visit, in the same order', async () => {
  const first = await openPage();
  await answer(first.user, CREATES, 'A JWT with the user’s ID in its payload');
  await press(first.user, SENDS, 'Hint');
  await first.user.click(question(STORE).getByRole('radio', { name: 'It stores the token' }));
  const readOrder = () => region('Quiz').querySelectorAll('label');
  const order = [...readOrder()].map(({ textContent }) => textContent);
  first.close();

  await openPage();
  expect(score()).toBe('1 of 3 correct');
  expect(verdict(CREATES)).toHaveTextContent(/^Right\./);
  expect(question(STORE).getByRole('radio', { name: 'It stores the token' })).toBeChecked();
  expect(verdict(STORE)).toBeEmptyDOMElement();
  expect(question(SENDS).getByText(/^Hint: /)).toBeInTheDocument();
  expect([...readOrder()].map(({ textContent }) => textContent)).toEqual(order);
});

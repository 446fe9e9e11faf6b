import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { usePlayer } from '../../src/player/usePlayer.ts';
import { CHECKPOINT_HEADS, VALUES } from './lessonFacts.ts';
import { button, expectStep, forgetVisit, openPage, region, slider, tracker } from './page.tsx';

beforeEach(forgetVisit);

/** What opens a variable's row; words of the same name stand elsewhere on the page too. */
const opener = (name: string) => within(tracker()).getByRole('button', { name });

const readHeads = () =>
  within(tracker())
    .getAllByRole('columnheader')
    .slice(1)
    .map(({ textContent }) => textContent);

const readValues = (name: string) => {
  const row = within(tracker()).getByRole('rowheader', { name }).closest('tr');
  // A badge may follow the value in its cell.
  return [...(row?.querySelectorAll('td') ?? [])].map((cell) => cell.firstChild?.textContent);
};

const readChanged = () =>
  [...tracker().querySelectorAll('td[data-changed="true"]')].map(
    (cell) => cell.closest('tr')?.querySelector('th')?.textContent,
  );

test('the checkpoints hold exactly the values of the lesson', async () => {
  await openPage();
  expect(readHeads()).toEqual(CHECKPOINT_HEADS);
  for (const [name, values] of Object.entries(VALUES)) expect(readValues(name)).toEqual(values);
});

test('all steps can be shown instead, and where a credential rests', async () => {
  const { user } = await openPage();
  await user.click(screen.getByRole('radio', { name: 'All steps' }));
  expect(readHeads()).toHaveLength(13);
  const cookie = readValues('sessionCookie');
  const token = readValues('token');
  for (const step of [5, 7, 8]) {
    expect(cookie[step]).toBe('stored in jar');
    expect(token[step]).toBe('stored in client');
  }
  for (const step of [10, 11, 12]) expect([cookie[step], token[step]]).toEqual(['none', 'none']);
  await user.click(screen.getByRole('radio', { name: 'Checkpoints' }));
  expect(readHeads()).toEqual(CHECKPOINT_HEADS);
});

const CHANGED: readonly (readonly [step: number, changed: readonly string[]])[] = [
  [0, []],
  [3, ['sessionStore', 'token']],
  [4, ['sessionCookie', 'token']],
  [6, ['sessionCookie', 'token']],
  [9, ['sessionStore', 'sessionCookie', 'token']],
  [12, []],
];

test('at each step, what changed is marked', async () => {
  await openPage();
  for (const [step, changed] of CHANGED) {
    fireEvent.change(slider(), { target: { value: String(step) } });
    expectStep(step);
    expect(readChanged(), `step ${step}`).toEqual(changed);
  }
});

test('where the data is in the cookie, there is no store, and the cookie is explained as data', async () => {
  const { user } = await openPage('#scenario=session-in-cookie-logout&step=5');
  await waitFor(() => expect(readValues('sessionStore')).toContain('no store'));
  const pane = region('Variable tracker');
  await user.click(opener('sessionStore'));
  expect(pane).toHaveTextContent('There is no store: the data is in the cookie');
  await user.click(opener('sessionCookie'));
  expect(pane).toHaveTextContent(/session=eyJ\w+==; Path=\/.*JSON in base64.*a copy has no end/);
});

test('a cell that is pointed at has its column, also between the checkpoints', async () => {
  await openPage('#step=0');
  const columns = () => screen.queryAllByRole('columnheader', { name: /^After Step \d+$/ }).length;
  expect(columns()).toBe(4);
  act(() => usePlayer.getState().pointAt({ step: 6, place: { variable: 'token' } }));
  expect(columns()).toBe(4);
  act(() => usePlayer.getState().pointAt({ step: 7, place: { variable: 'token' } }));
  expect(tracker().querySelector('[data-step="7"]')).not.toBeNull();
  act(() => usePlayer.getState().clearPointed());
  expect(columns()).toBe(4);
});

test('the record opens in full', async () => {
  const { user } = await openPage('#step=3');
  await user.click(opener('sessionStore'));
  expect(button('sessionStore')).toHaveAttribute('aria-expanded', 'true');
  const pane = region('Variable tracker');
  expect(pane).toHaveTextContent(/Session ID [\w-]{32}: 24 random bytes as base64url/);
  expect(pane).toHaveTextContent(/"originalMaxAge": 900000/);
  expect(pane).toHaveTextContent(/"userId": "abc123"/);
  await user.click(opener('sessionStore'));
  expect(pane).not.toHaveTextContent('originalMaxAge');
});

test('the cookie opens in full, each attribute explained', async () => {
  const { user } = await openPage('#step=4');
  await user.click(opener('sessionCookie'));
  const pane = region('Variable tracker');
  expect(pane).toHaveTextContent(/connect\.sid=s%3A[\w-]{32}\.[\w%]+; Path=\/; Expires=/);
  const terms = within(pane).getAllByRole('term');
  const names = terms.map(({ textContent }) => textContent?.replace('=', ''));
  for (const name of ['connect.sid', 'Path', 'Expires', 'HttpOnly', 'SameSite', 'Secure']) {
    expect(
      names.some((term) => term?.includes(name)),
      name,
    ).toBe(true);
  }
  for (const { nextElementSibling } of terms) expect(nextElementSibling).not.toBeEmptyDOMElement();
});

test('the token opens in its three parts, header and payload decoded', async () => {
  const { user } = await openPage('#step=3');
  await user.click(opener('token'));
  const pane = region('Variable tracker');
  const whole = /eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9\.[\w-]+\.[\w-]{43}/.exec(
    pane.textContent ?? '',
  );
  expect(whole).not.toBeNull();
  expect(pane).toHaveTextContent('alg"HS256"');
  expect(pane).toHaveTextContent('id"abc123"');
  expect(pane).toHaveTextContent('iat1767268800, 2026-01-01 12:00:00 UTC');
  expect(pane).toHaveTextContent('exp1767269700, 2026-01-01 12:15:00 UTC');
});

test('what is open follows the step, and says when there is nothing', async () => {
  const { user } = await openPage();
  const pane = region('Variable tracker');
  for (const [name, nothing] of [
    ['sessionStore', 'The store is empty at this step.'],
    ['sessionCookie', 'There is no session cookie at this step.'],
    ['token', 'There is no token at this step.'],
  ] as const) {
    await user.click(opener(name));
    expect(pane).toHaveTextContent(nothing);
  }
  await user.keyboard('{End}{PageUp}{PageUp}{PageUp}');
  expect(pane).toHaveTextContent('The client has thrown it away; a copy would read like this:');
});

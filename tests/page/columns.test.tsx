import { type ByRoleMatcher, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { button, forgetVisit, openPage, region, table, tracker } from './page.tsx';

beforeEach(forgetVisit);

const CASES = [
  ['both', ['session', 'token']],
  ['session', ['session']],
  ['token', ['token']],
] as const;

const IN_LANE = {
  session: {
    lane: 'Session-based',
    head: 'Session-based Auth',
    variables: ['sessionStore', 'sessionCookie'],
    node: 'Send session ID cookie',
    messages: 'Session',
    held: 'Session ID',
    field: 'Set-Cookie',
  },
  token: {
    lane: 'Token-based',
    head: 'Token-based Auth',
    variables: ['token'],
    node: 'Send token to client',
    messages: 'Token',
    held: 'Token',
    field: '{"token":',
  },
} as const;

test.each(CASES)('columns %s change every panel', async (columns, shown) => {
  await openPage(`#step=4&columns=${columns}`);
  const http = within(region('HTTP messages'));
  await waitFor(() => expect(http.getAllByRole('article')).toHaveLength(shown.length));

  for (const lane of ['session', 'token'] as const) {
    const isShown = (shown as readonly string[]).includes(lane);
    const names = IN_LANE[lane];
    const expectShown = (place: HTMLElement, role: ByRoleMatcher, name: string) =>
      expect(within(place).queryAllByRole(role, { name }), name).toHaveLength(isShown ? 1 : 0);

    expectShown(region('Client and server'), 'group', names.lane);
    expectShown(table(), 'columnheader', names.head);
    for (const variable of names.variables) expectShown(tracker(), 'rowheader', variable);
    expectShown(region('Flow diagram'), 'button', names.node);
    expectShown(region('HTTP messages'), 'heading', names.messages);
    expectShown(region('Snapshot'), 'heading', names.lane);
    expectShown(region('Who holds what now'), 'rowheader', names.held);
    expect(region('HTTP messages').textContent?.includes(names.field)).toBe(isShown);
  }
  for (const row of within(table()).getAllByRole('row')) {
    expect(row.children).toHaveLength(3 + shown.length);
  }
  expect(button('Server verifies credentials')).toBeVisible();
  const file = columns === 'token' ? 'tokenServer.js' : 'sessionServer.js';
  expect(screen.getByRole('radio', { name: file })).toBeChecked();
});

test('B, S and T choose, and the radios follow', async () => {
  const { user } = await openPage();
  for (const [key, name] of [
    ['s', 'Session'],
    ['t', 'Token'],
    ['b', 'Both'],
    ['T', 'Token'],
  ] as const) {
    await user.keyboard(key);
    expect(screen.getByRole('radio', { name })).toBeChecked();
  }
});

test('a radio chooses, and the arrows are its own', async () => {
  const { user } = await openPage('#step=5');
  await user.click(screen.getByRole('radio', { name: 'Token' }));
  expect(within(tracker()).queryByRole('rowheader', { name: 'sessionStore' })).toBeNull();
  await user.keyboard('{ArrowLeft}');
  expect(screen.getByRole('slider', { name: 'Step' })).toHaveValue('5');
});

import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { forgetVisit, openPage, region, table, tracker } from './page.tsx';

beforeEach(forgetVisit);

const CASES = [
  ['both', ['session', 'token']],
  ['session', ['session']],
  ['token', ['token']],
] as const;

const IN_LANE = {
  session: {
    group: 'Session-based',
    head: 'Session-based Auth',
    variables: ['sessionStore', 'sessionCookie'],
    node: 'Send session ID cookie',
    messages: 'Session',
    snapshot: 'Session-based',
    file: 'sessionServer.js',
  },
  token: {
    group: 'Token-based',
    head: 'Token-based Auth',
    variables: ['token'],
    node: 'Send token to client',
    messages: 'Token',
    snapshot: 'Token-based',
    file: 'tokenServer.js',
  },
} as const;

describe.each(CASES)('columns %s', (columns, shown) => {
  const lanes = (['session', 'token'] as const).map(
    (lane) => [IN_LANE[lane], (shown as readonly string[]).includes(lane)] as const,
  );
  const expectShown = (element: HTMLElement | null, isShown: boolean) =>
    isShown ? expect(element).not.toBeNull() : expect(element).toBeNull();

  beforeEach(async () => {
    await openPage(`#step=4&columns=${columns}`);
  });

  test('the stage has its lanes', () => {
    for (const [{ group }, isShown] of lanes) {
      expectShown(
        within(region('Client and server')).queryByRole('group', { name: group }),
        isShown,
      );
    }
  });

  test('who holds what leaves out what only the other lane has', () => {
    const strip = region('Client and server').querySelector('dl');
    const hasSid = within(strip as HTMLElement).queryByText('Session ID');
    const hasToken = within(strip as HTMLElement).queryByText('Token');
    expectShown(hasSid, columns !== 'token');
    expectShown(hasToken, columns !== 'session');
  });

  test('the execution table has its columns', () => {
    for (const [{ head }, isShown] of lanes) {
      expectShown(within(table()).queryByRole('columnheader', { name: head }), isShown);
    }
    const width = 3 + shown.length;
    for (const row of within(table()).getAllByRole('row')) expect(row.children).toHaveLength(width);
  });

  test('the tracker has its rows', () => {
    for (const [{ variables }, isShown] of lanes) {
      for (const name of variables) {
        expectShown(within(tracker()).queryByRole('rowheader', { name }), isShown);
      }
    }
  });

  test('the flow diagram has its branches, and the head always', () => {
    const flow = within(region('Flow diagram'));
    flow.getByRole('button', { name: 'Server verifies credentials' });
    for (const [{ node }, isShown] of lanes) {
      expectShown(flow.queryByRole('button', { name: node }), isShown);
    }
  });

  test('the HTTP messages are of its lanes', async () => {
    const http = within(region('HTTP messages'));
    await waitFor(() => expect(http.getAllByRole('article')).toHaveLength(shown.length));
    for (const [{ messages }, isShown] of lanes) {
      expectShown(http.queryByRole('heading', { name: messages }), isShown);
    }
    expect(region('HTTP messages').textContent?.includes('Set-Cookie')).toBe(columns !== 'token');
  });

  test('the code is that of its first lane', () => {
    const code = within(region('Code sample'));
    const chosen = columns === 'token' ? IN_LANE.token.file : IN_LANE.session.file;
    expect(code.getByRole('radio', { name: chosen })).toBeChecked();
  });

  test('the snapshot has its lists', () => {
    for (const [{ snapshot }, isShown] of lanes) {
      const heading = within(region('Snapshot')).queryByRole('heading', { name: snapshot });
      expectShown(heading, isShown);
    }
  });
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

import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { expectStep, forgetVisit, openPage, readRows, region, table, tracker } from './page.tsx';

beforeEach(forgetVisit);

const stage = () => region('Client and server');
const lane = (name: string) => within(within(stage()).getByRole('group', { name }));

/** Opens a Scenario at a step and waits for all that is loaded for it. */
async function openScenario(id: string, step: number, title: string) {
  const page = await openPage(`#scenario=${id}&step=${step}&predict=0`);
  // The first one waits for the engine, too.
  await screen.findByRole('region', { name: `About: ${title}` });
  await waitFor(() => expectStep(step));
  return page;
}

describe('the explanation', () => {
  test('asks and answers, and opens in full with its sources', async () => {
    const { user } = await openScenario('stolen-then-logout', 0, 'Stolen, then logged out');
    const about = within(region('About: Stolen, then logged out'));
    expect(about.getByRole('heading')).toHaveTextContent(/My credential was stolen/);
    expect(about.queryByRole('link')).toBe(null);
    const short = 'The stolen cookie gets 401; the stolen token gets 200 until it expires.';
    expect(about.getByText(short)).toBeVisible();
    await user.click(about.getByRole('button', { name: 'More' }));
    const link = about.getByRole('link', { name: 'RFC 6750' });
    expect(link).toHaveAttribute('href', 'https://www.rfc-editor.org/rfc/rfc6750');
    expect(link).toHaveAttribute('rel', 'noreferrer');
    await user.click(about.getByRole('button', { name: 'Less' }));
    expect(about.queryByRole('link')).toBe(null);
  });

  test('the walk has none', async () => {
    await openPage();
    expect(screen.queryByRole('region', { name: /^About/ })).toBe(null);
  });
});

describe('the stage', () => {
  test('shows the attacker, what was stolen and what it is worth now, and its answer', async () => {
    await openScenario('stolen-then-logout', 8, 'Stolen, then logged out');
    const session = lane('Session-based');
    await session.findByRole('heading', { name: 'Attacker' });
    expect(session.getByText(/^sid /, { selector: 'del' })).toBeVisible();
    expect(session.getByText('refused now')).toBeVisible();
    expect(session.getByText('401 Unauthorized', { selector: 'span' })).toBeVisible();
    const token = lane('Token-based');
    expect(token.getByText(/^JWT /)).toBeVisible();
    expect(token.getByText('15 min left')).toBeVisible();
    expect(token.getByText('200 OK', { selector: 'span' })).toBeVisible();
    const holders = within(region('Who holds what now'));
    expect(holders.getByRole('columnheader', { name: 'Attacker' })).toBeVisible();
  });

  test('shows the second server, its clock, and that a request goes there', async () => {
    await openScenario('clock-skew', 2, 'Two servers, clocks 90 s apart');
    const token = lane('Token-based');
    await token.findByRole('heading', { name: 'Server B' });
    expect(token.getByText('12:01:30, +1 min 30 s')).toBeVisible();
    expect(token.getByText('in Authorization, to server B')).toBeVisible();
  });

  test('shows the users’ database', async () => {
    await openScenario('user-banned', 3, 'The user is banned in mid-session');
    expect(await lane('Session-based').findByText('abc123: banned')).toBeVisible();
  });

  test('shows the state that a token’s server keeps after all', async () => {
    await openScenario('deny-list', 4, 'A deny-list by jti');
    expect(lane('Token-based').getByText('deny-list: 1 jti')).toBeVisible();
  });

  test('tells the time left by the simulated clock', async () => {
    await openScenario('session-slides', 2, 'The session slides with use');
    expect(lane('Session-based').getByText(/12:15:00, 5 min left/)).toBeVisible();
    expect(lane('Token-based').getByText(/147 chars, 5 min left/)).toBeVisible();
  });
});

describe('the flow diagram', () => {
  test('shows the run’s Actions with what each came to, and each jumps to its step', async () => {
    const { user } = await openScenario('stolen-then-logout', 8, 'Stolen, then logged out');
    const flow = within(region('Flow diagram'));
    const copy = await flow.findAllByRole('button', { name: /^Use the attacker’s copy/ });
    expect(copy[0]).toHaveTextContent('Session: Breach 200. Token: Breach 200.');
    expect(copy[1]).toHaveTextContent('Session: Held: record destroyed. Token: Breach 200.');
    expect(copy[1]).toHaveAttribute('aria-current', 'step');
    await user.click(flow.getByRole('button', { name: /^Log out/ }));
    expectStep(4);
    const logout = flow.getByRole('button', { name: /^Log out/ });
    await waitFor(() => expect(logout).toHaveAttribute('aria-current', 'step'));
  });
});

describe('the tracker', () => {
  test('has columns of the run’s own', async () => {
    await openScenario('user-banned', 4, 'The user is banned in mid-session');
    const heads = within(tracker())
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent);
    expect(heads).toContain('After Step 4');
    expect([heads[1], heads.at(-1)]).toEqual(['Start', 'Final']);
    expect(heads.length).toBeLessThanOrEqual(8);
    expect(readRows(tracker())[2]?.join()).toContain('sent as Bearer');
  });
});

describe('messages and code', () => {
  test('a message says who sent it to whom, where that is somebody else', async () => {
    await openScenario('stolen-then-logout', 3, 'Stolen, then logged out');
    const http = within(region('HTTP messages'));
    await waitFor(() => expect(http.getAllByText('attacker → server')).toHaveLength(2));
    expect(http.getAllByText('server → attacker')).toHaveLength(2);
  });

  test('the code sample says in what the run’s servers differ', async () => {
    await openScenario('fixation-without-regenerate', 0, 'Session fixation, without regenerate');
    const code = region('Code sample');
    expect(code).toHaveTextContent(/differ from the code.*login without regenerate\(\)/);
  });
});

describe('what belongs to the walk', () => {
  test('a key moment goes back to the walk and then to its place', async () => {
    const { user } = await openScenario('stolen-then-logout', 8, 'Stolen, then logged out');
    const moments = within(region('Key moments'));
    await user.click(moments.getByRole('button', { name: 'See sessionStore at step 9' }));
    await waitFor(() => expectStep(9));
    expect(readRows(table())).toHaveLength(12);
    expect(tracker().querySelectorAll('td[data-marked]')).toHaveLength(1);
    expect(screen.queryByRole('region', { name: /^About/ })).toBe(null);
  });

  test('so does the quiz', async () => {
    const { user } = await openScenario('deny-list', 2, 'A deny-list by jti');
    const [first] = within(region('Quiz')).getAllByRole('button', { name: 'Show me' });
    await user.click(first as HTMLElement);
    await waitFor(() => expectStep(3));
    expect(table().querySelectorAll('td[data-marked]')).toHaveLength(1);
  });
});

test('the transcript tells a run by step and lane', async () => {
  await openScenario('stolen-then-logout', 8, 'Stolen, then logged out');
  const transcript = within(region('Transcript'));
  const [current] = transcript.getAllByRole('listitem', { current: 'step' });
  const parts = [...(current?.children ?? [])].map(({ textContent }) => textContent);
  expect(parts[0]).toMatch(/^Access granted or denied\. $/);
  expect(parts[1]).toMatch(/^Session: .*401 Unauthorized/);
  expect(parts[2]).toMatch(/^Token: .*this copy works until 12:15:00\.$/);
});

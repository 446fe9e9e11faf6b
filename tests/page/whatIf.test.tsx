import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { usePlayer } from '../../src/player/usePlayer.ts';
import { useWhatIf } from '../../src/player/whatIf/useWhatIf.ts';
import {
  button,
  expectStep,
  forgetVisit,
  leavePage,
  openPage,
  region,
  slider,
  status,
  table,
} from './page.tsx';

const TITLE = 'What if, from here?';
const panel = () => within(region(TITLE));
/** What tells most stands in the list of all once more. */
const action = (name: string) => panel().getAllByRole('button', { name })[0] as HTMLElement;
const own = () => within(region('Your run'));
const chips = () =>
  within(own().getByRole('list', { name: 'What differs from the original' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
const row = (step: number) =>
  screen.getByRole('button', { name: `Go to step ${step}` }).closest('tr') as HTMLElement;

beforeEach(forgetVisit);
afterEach(leavePage);

/** Opens the page at a hash, and the panel with the mouse. */
async function openPanel(hash: string) {
  const visit = await openPage(hash);
  await visit.user.click(button('What if…'));
  await screen.findByRole('region', { name: TITLE });
  await screen.findByRole('group', { name: 'Keep this run' });
  return visit;
}
/** Chooses an Action and waits for the step that it ends at. */
async function choose(
  user: Awaited<ReturnType<typeof openPage>>['user'],
  name: string,
  step: number,
) {
  const all = action('All actions');
  if (all.getAttribute('aria-expanded') === 'false') await user.click(all);
  await user.click(action(name));
  await waitFor(() => expectStep(step));
}

describe('the panel', () => {
  it('opens with the focus on its heading, closes with Escape and gives the focus back', async () => {
    const { user } = await openPanel('#step=5');
    expect(button('What if…')).toHaveAttribute('aria-expanded', 'true');
    await waitFor(() => expect(panel().getByRole('heading', { name: TITLE })).toHaveFocus());
    await user.tab();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('region', { name: TITLE })).toBeNull();
    expect(button('What if…')).toHaveFocus();
  });

  it('closes with its own button too, and not with an Escape that is for something else', async () => {
    const { user } = await openPanel('#step=5');
    await user.keyboard('?');
    await user.keyboard('{Escape}');
    screen.getByRole('region', { name: TITLE });
    await user.click(action('Close the what-ifs'));
    expect(button('What if…')).toHaveFocus();
  });

  it('offers five Actions that tell most, and more only on demand', async () => {
    const { user } = await openPanel('#step=5');
    const first = () =>
      within(panel().getByRole('list', { name: 'Next action' }))
        .getAllByRole('button')
        .map(({ textContent }) => textContent);
    expect(first()).toEqual([
      'Steal the credential',
      'Restart the server',
      'Ban the user',
      'Wait until the token expires',
      'Inject a script that reads storage',
    ]);
    expect(action('Steal the credential')).toHaveAccessibleDescription(
      'What would end a stolen copy?',
    );
    expect(panel().queryByRole('button', { name: 'Wait 1 h' })).toBeNull();
    expect(panel().queryByRole('button', { name: /Undo|original/ })).toBeNull();
    await choose(user, 'Steal the credential', 6);
    expect(first()[0]).toBe('Use the attacker’s copy for /profile');
    await user.keyboard('{Home}');
    expect(first()[0]).toBe('Log in');
  });

  it('does at the start what the run begins with but once, and goes on from there', async () => {
    const { user } = await openPanel('#step=0');
    await choose(user, 'Log in', 5);
    expect(usePlayer.getState().original).toBeNull();
    await choose(user, 'Ban the user', 6);
    const { actions } = usePlayer.getState().run.telling.run.scenario;
    expect(actions.slice(0, 2).map(({ type }) => type)).toEqual(['login', 'ban']);
    expect(actions.filter(({ type }) => type === 'login')).toHaveLength(1);
  });

  it('offers all that makes sense now, by who does it', async () => {
    const { user } = await openPanel('#step=5');
    await user.click(action('All actions'));
    expect(action('All actions')).toHaveAttribute('aria-expanded', 'true');
    for (const name of ['The user', 'Time', 'The attacker', 'The operator']) {
      expect(panel().getByRole('heading', { name })).toBeInTheDocument();
      expect(
        within(panel().getByRole('list', { name })).getAllByRole('button').length,
      ).toBeGreaterThan(2);
    }
    expect(panel().queryByRole('button', { name: /attacker’s copy/ })).toBeNull();
    await choose(user, 'Steal the credential', 6);
    expect(action('Use the attacker’s copy for /profile')).toBeEnabled();
    await user.keyboard('{Home}');
    expectStep(0);
    expect(panel().queryByRole('button', { name: 'Steal the credential' })).toBeNull();
  });

  it('says where it goes on from in the middle of an Action', async () => {
    const { user } = await openPanel('#step=7');
    panel().getByText('It happens after step 5, as step 7 is in the middle of something.');
    await user.keyboard('{ArrowRight}');
    panel().getByText('It happens after step 8.');
    await user.keyboard('{Home}');
    panel().getByText('It happens at the start.');
  });

  it('lets the arrows step and Space press, from a button in it', async () => {
    const { user } = await openPanel('#step=5');
    await user.click(action('All actions'));
    action('Wait 1 min').focus();
    await user.keyboard('{ArrowLeft}');
    expectStep(4);
    await user.keyboard('{ArrowRight} ');
    await waitFor(() => expectStep(6));
    expect(action('Wait 1 min')).toHaveFocus();
  });
});

describe('a what-if', () => {
  it('is told, marked, and can be taken back', async () => {
    const { user } = await openPanel('#step=5');
    const undo = () => panel().getByRole('button', { name: /^Undo/ });
    expect(screen.queryByRole('region', { name: 'Your run' })).toBeNull();
    await choose(user, 'Steal the credential', 6);
    expect(slider()).toHaveAttribute('max', '13');
    await choose(user, 'Log out', 8);
    await choose(user, 'Use the attacker’s copy for /profile', 11);
    // The rest of the walk is still there, but for its logout.
    expect(slider()).toHaveAttribute('max', '16');
    expect(chips()).toEqual([
      'Steal the credential after step 5',
      'Log out after step 6',
      'Use the attacker’s copy for /profile after step 8',
      'Without “Log out”',
    ]);
    await waitFor(() => expect(status('Announcements')).toHaveTextContent(/^Step 11 of 16: /));

    within(row(6)).getByText('first difference');
    expect(within(table()).getAllByText('first difference')).toHaveLength(1);
    // How it was in the original stands beside the run, and in no row.
    expect(table()).not.toHaveTextContent(/original/);
    expect(region('Client and server')).not.toHaveTextContent(/original/);

    expect(undo()).toHaveAccessibleName('Undo: Use the attacker’s copy for /profile');
    await user.keyboard('{ArrowLeft}{ArrowLeft}');
    expectStep(9);
    await user.click(undo());
    await waitFor(() => expectStep(8));
    expect(slider()).toHaveAttribute('max', '13');
    expect(undo()).toHaveAccessibleName('Undo: Log out');
    await user.click(own().getByRole('button', { name: 'Back to the original' }));
    await waitFor(() => expectStep(5));
    expect(slider()).toHaveAttribute('max', '12');
    expect(screen.queryByRole('region', { name: 'Your run' })).toBeNull();
    expect(button('What if…')).toHaveFocus();
    expect(undo()).toHaveAccessibleName('Undo: Back to the original');
  });

  it('stands beside its original, the same beside the same, and jumps to where they part', async () => {
    const { user } = await openPanel('#step=5');
    await choose(user, 'Steal the credential', 6);
    await choose(user, 'Restart the server', 7);
    const beside = () => within(panel().getByRole('table', { name: 'The original and this run' }));
    const cells = () =>
      beside()
        .getAllByRole('row')
        .slice(1)
        .map(({ children }) => [...children].map(({ textContent }) => textContent?.trim()));
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expectStep(9);
    expect(cells()).toEqual([
      [
        '8Client makes authenticated request',
        'Session: Sent. Token: Sent.',
        'Session: Sent. Token: Sent.',
      ],
      [
        '9Server verifies auth',
        'Session: Verified. Token: Verified.',
        'Session: Rejected. Token: Verified.',
      ],
      [
        '10Access granted or denied',
        'Session: Allowed 200. Token: Allowed 200.',
        'Session: Denied 401. Token: Allowed 200.',
      ],
    ]);
    await user.click(action('First difference: step 6'));
    expectStep(6);
    expect(cells()[1]?.slice(1)).toEqual(['not in it', expect.stringMatching(/first difference$/)]);
  });

  it('says of Actions that make no sense any more how many there were, and gives them back', async () => {
    const { user } = await openPanel('#step=5');
    await choose(user, 'Log out', 7);
    const said = within(region('Your run')).getByRole('status');
    expect(said).toHaveTextContent(
      'One later action makes no sense any more and was left out. Undo',
    );
    expect(chips()).toEqual(['Log out after step 5', 'Without “Log out”']);
    await user.click(within(said).getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Your run' })).toBeNull());
    expect(slider()).toHaveAttribute('max', '12');
  });

  it('gives each difference back by itself, and keeps the focus near', async () => {
    const { user } = await openPanel('#step=5');
    await choose(user, 'Steal the credential', 6);
    await choose(user, 'Ban the user', 7);
    await user.click(
      own().getByRole('button', { name: 'Take back: Steal the credential after step 5' }),
    );
    await waitFor(() => expect(chips()).toEqual(['Ban the user after step 5']));
    expectStep(6);
    expect(own().getByRole('heading', { name: 'Your run' })).toHaveFocus();
    await user.click(own().getByRole('button', { name: 'Take back: Ban the user after step 5' }));
    await waitFor(() => expect(slider()).toHaveAttribute('max', '12'));
    expect(usePlayer.getState().original).toBeNull();
    expect(button('What if…')).toHaveFocus();
  });

  it('of many differences names a few, and all on demand', async () => {
    const { user } = await openPanel('#step=5');
    const actions = Array.from({ length: 9 }, () => ({ type: 'steal' as const }));
    await act(async () => {
      for (const action of actions) await useWhatIf.getState().act(action);
    });
    expect(chips()).toHaveLength(6);
    await user.click(own().getByRole('button', { name: '3 more' }));
    expect(chips()).toHaveLength(9);
  });

  it('says what the step on show came to, and shows it', async () => {
    const { user } = await openPanel('#step=5');
    await choose(user, 'Steal the credential', 6);
    await choose(user, 'Log out', 8);
    await choose(user, 'Use the attacker’s copy for /profile', 11);
    const result = 'Step 11. Session: Held: record destroyed · Token: Breach 200';
    expect(panel().getByText(result).closest('[role=status], [aria-live]')).toBeNull();
    // The sheet was folded for what came of it.
    await user.click(action('Next action'));
    await user.click(action('Show on the stage'));
    expectStep(11);
    expect(action('Next action')).toHaveAttribute('aria-expanded', 'false');
  });

  it('takes a double-click for two Actions, and Undo takes back one', async () => {
    const { user } = await openPanel('#step=5');
    await user.click(action('All actions'));
    await user.dblClick(action('Request /profile'));
    await waitFor(() => expect(slider()).toHaveAttribute('max', '18'));
    await user.click(action('Undo: Request /profile'));
    await waitFor(() => expect(slider()).toHaveAttribute('max', '15'));
  });

  it('loses no Action to the next, however fast they are pressed', async () => {
    const { user } = await openPanel('#step=5');
    await user.click(action('All actions'));
    await Promise.all([
      user.click(action('Steal the credential')),
      user.click(action('Request /profile')),
    ]);
    await waitFor(() => expectStep(9));
  });

  it('keeps the focus in the panel when what was chosen is not offered any more', async () => {
    const { user } = await openPanel('#step=5');
    await user.click(action('All actions'));
    action('Log out').focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expectStep(7));
    expect(panel().queryByRole('button', { name: 'Log out' })).toBeNull();
    await waitFor(() => expect(panel().getByRole('heading', { name: TITLE })).toHaveFocus());
  });

  it('comes back with its address, the ghost too', async () => {
    const { user, close } = await openPanel('#step=5');
    await choose(user, 'Restart the server', 6);
    await choose(user, 'Request /profile', 9);
    await waitFor(() => expect(location.hash).toMatch(/^#step=9&run=/));
    const rows = [...table().querySelectorAll('tbody tr')].map(({ textContent }) => textContent);
    const { hash } = location;
    close();
    const again = await openPage(hash);
    await waitFor(() => expectStep(9));
    expect([...table().querySelectorAll('tbody tr')].map((tr) => tr.textContent)).toEqual(rows);
    await screen.findByRole('region', { name: TITLE });
    within(row(6)).getByText('first difference');
    expect(document.body).toHaveFocus();
    expect(status('Notices')).toBeEmptyDOMElement();
    // Nobody remembers what was before, but the last Action is there to be taken back.
    await again.user.click(action('Undo: Request /profile'));
    await waitFor(() => expectStep(6));
    await again.user.click(action('Undo: Restart the server'));
    await waitFor(() => expect(slider()).toHaveAttribute('max', '12'));
    expect(panel().queryByRole('button', { name: /^Undo/ })).toBeNull();
  });

  it('is not lost when another Scenario is chosen', async () => {
    const { user } = await openPanel('#step=5');
    await choose(user, 'Steal the credential', 6);
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Scenario' }),
      'stolen-then-logout',
    );
    await waitFor(() => expect(status('Notices')).toHaveTextContent(/Your run is kept/));
    expectStep(0);
    await user.click(action('Undo: Leave your run'));
    await waitFor(() => expectStep(6));
    expect(screen.getByRole('combobox', { name: 'Scenario' })).toHaveDisplayValue(
      'Your run: Log in → log out',
    );
  });

  it('is not taken for its Scenario, which can be chosen again', async () => {
    const { user } = await openPanel('#step=5');
    const scenario = screen.getByRole('combobox', { name: 'Scenario' });
    expect(scenario).toHaveDisplayValue('Log in → log out');
    await choose(user, 'Steal the credential', 6);
    expect(scenario).toHaveDisplayValue('Your run: Log in → log out');
    await user.selectOptions(scenario, 'login-to-logout');
    await waitFor(() => expect(slider()).toHaveAttribute('max', '12'));
    expect(scenario).toHaveDisplayValue('Log in → log out');
    expect(screen.queryByRole('region', { name: 'Your run' })).toBeNull();
  });
});

describe('keeping a run', () => {
  const keep = () => within(screen.getByRole('group', { name: 'Keep this run' }));
  const file = (text: string) => new File([text], 'authtrace-run.json');

  it('saves a file without a secret, and opens it again', async () => {
    const saved: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      saved.push(blob as Blob);
      return 'blob:saved';
    });
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    const { user } = await openPanel('#step=5');
    await choose(user, 'Wait 15 min', 6);
    await user.click(keep().getByRole('button', { name: 'Save as file' }));
    expect(click).toHaveBeenCalledOnce();
    const text = (await saved[0]?.text()) ?? '';
    expect(JSON.parse(text)).toMatchObject({ authtrace: 1, scenario: 'login-to-logout' });
    expect(text).not.toMatch(/secret|horse/);
    await user.click(own().getByRole('button', { name: 'Back to the original' }));
    await waitFor(() => expect(slider()).toHaveAttribute('max', '12'));
    await user.upload(keep().getByLabelText('Open file'), file(text));
    await waitFor(() => expect(slider()).toHaveAttribute('max', '13'));
    panel().getByRole('button', { name: 'Undo: Open a file' });
    vi.restoreAllMocks();
  });

  it('says what is wrong with a file, and where, and the screen stays', async () => {
    const { user } = await openPanel('#step=5');
    await user.upload(
      keep().getByLabelText('Open file'),
      file('{"authtrace":1,"actions":[{"type":"fly"}]}'),
    );
    await waitFor(() =>
      expect(panel().getByRole('alert')).toHaveTextContent(
        /^The file was not opened\. actions\[0\]\.type: It must be one of login, /,
      ),
    );
    expectStep(5);
    await choose(user, 'Wait 1 min', 6);
    expect(panel().getByRole('alert')).toBeEmptyDOMElement();
  });

  it('copies a link, or offers the file where a run is too long for one', async () => {
    const { user } = await openPanel('#step=5');
    await choose(user, 'Wait 1 min', 6);
    await user.click(keep().getByRole('button', { name: 'Copy link' }));
    const { runAddress } = usePlayer.getState();
    await waitFor(async () =>
      expect(await navigator.clipboard.readText()).toBe(
        `${location.origin}/#step=6&run=${runAddress}`,
      ),
    );
    const long = Array.from({ length: 600 }, () => ({ type: 'wait', seconds: 60 }));
    await user.upload(
      keep().getByLabelText('Open file'),
      file(JSON.stringify({ authtrace: 1, actions: long })),
    );
    await keep().findByText(/too long for a link.*save it as a file/);
    expect(useWhatIf.getState().problem).toBeNull();
  });
});

import { screen, waitFor, within } from '@testing-library/react';
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
const action = (name: string) => panel().getByRole('button', { name });
const lane = (name: string) => within(screen.getByRole('group', { name }));
const row = (step: number) =>
  screen.getByRole('button', { name: `Go to step ${step}` }).closest('tr') as HTMLElement;

beforeEach(forgetVisit);
afterEach(leavePage);

/** Opens the page at a hash, and the panel with the mouse. */
async function openPanel(hash: string) {
  const visit = await openPage(hash);
  await visit.user.click(button('What if…'));
  await screen.findByRole('region', { name: TITLE });
  return visit;
}
/** Chooses an Action and waits for the step that it ends at. */
async function choose(
  user: Awaited<ReturnType<typeof openPage>>['user'],
  name: string,
  step: number,
) {
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

  it('offers what makes sense now, by who does it', async () => {
    const { user } = await openPanel('#step=5');
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
    panel().getByText('From the end of step 5, as step 7 is inside an Action:');
    await user.keyboard('{ArrowRight}');
    panel().getByText('From the end of step 8:');
    await user.keyboard('{Home}');
    panel().getByText('From the start:');
  });

  it('lets the arrows step and Space press, from a button in it', async () => {
    const { user } = await openPanel('#step=5');
    action('Wait 1 min').focus();
    await user.keyboard('{ArrowLeft}');
    expectStep(4);
    await user.keyboard('{ArrowRight} ');
    await waitFor(() => expectStep(6));
    expect(action('Wait 1 min')).toHaveFocus();
  });
});

describe('a what-if', () => {
  it('is told, marked beside the original, and can be taken back', async () => {
    const { user } = await openPanel('#step=5');
    const undo = () => panel().getByRole('button', { name: /^Undo/ });
    expect(undo()).toHaveAttribute('aria-disabled', 'true');
    panel().getByText('This is the original.');
    await choose(user, 'Steal the credential', 6);
    await choose(user, 'Log out', 8);
    await choose(user, 'Use the attacker’s copy for /profile', 11);
    expect(slider()).toHaveAttribute('max', '11');
    panel().getByText('3 Actions of your own.');
    await waitFor(() => expect(status('Announcements')).toHaveTextContent(/^Step 11 of 11: /));

    within(row(6)).getByText('first difference');
    expect(within(table()).getAllByText('first difference')).toHaveLength(1);
    within(row(11)).getByText('original: Next request – No token sent, access denied');
    lane('Token-based').getByText('Breach 200');
    expect(lane('Token-based').getByText(/^original:/)).toHaveTextContent(
      /^original: Next request – Denied 401$/,
    );
    // Also the same status is another answer there: to somebody else's request.
    lane('Session-based').getByText('Held: record destroyed');
    expect(lane('Session-based').getByText(/^original:/)).toHaveTextContent(
      /^original: Next request – Denied 401$/,
    );

    expect(undo()).toHaveAccessibleName('Undo: Use the attacker’s copy for /profile');
    await user.keyboard('{ArrowLeft}{ArrowLeft}');
    expectStep(9);
    await user.click(undo());
    await waitFor(() => expectStep(8));
    expect(slider()).toHaveAttribute('max', '8');
    expect(undo()).toHaveAccessibleName('Undo: Log out');
    await user.click(action('Back to the original'));
    await waitFor(() => expectStep(5));
    expect(slider()).toHaveAttribute('max', '12');
    expect(screen.queryByText(/^original(ly)?:? /)).toBeNull();
    expect(undo()).toHaveAccessibleName('Undo: Back to the original');
  });

  it('stands beside its original step by step, and jumps to where they part', async () => {
    const { user } = await openPanel('#step=5');
    await choose(user, 'Steal the credential', 6);
    await choose(user, 'Log out', 8);
    await choose(user, 'Use the attacker’s copy for /profile', 11);
    const beside = () => within(panel().getByRole('table', { name: 'The original and this run' }));
    const cells = (step: string) =>
      beside()
        .getAllByRole('row')
        .map(({ children }) => [...children].map(({ textContent }) => textContent?.trim()))
        .find(([first]) => first === step);
    expect(cells('11')).toEqual([
      '11',
      'Session: Denied 401. Token: Denied 401.',
      'Session: Held: record destroyed. Token: Breach 200.',
    ]);
    panel().getByText('Original: Next request');
    panel().getByText('This run: Access granted or denied');
    expect(cells('12')?.[2]).toBe('over');
    await user.click(action('First difference: step 6'));
    expectStep(6);
    expect(cells('6')?.[2]).toMatch(/first difference$/);
  });

  it('compares only like steps: it names the original’s where that was another', async () => {
    const { user } = await openPanel('#step=0');
    await choose(user, 'Log in with a wrong password', 5);
    await user.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}');
    expectStep(2);
    lane('Token-based').getByText(/^originally /);
    within(row(4)).getByText(/^originally: Send session ID cookie/);
    expect(panel().queryByText(/^Original: /)).toBeNull();
    await user.keyboard('{End}');
    await choose(user, 'Wait 1 min', 6);
    expect(lane('Token-based').getByText(/^original:/)).toHaveTextContent(
      /^original: Client makes authenticated request – Sent$/,
    );
    panel().getByText('This run: Time passes');
  });

  it('says what the last Action came to, and shows it', async () => {
    const { user } = await openPanel('#step=5');
    panel().getByText('Nothing tried yet.');
    await choose(user, 'Steal the credential', 6);
    await choose(user, 'Log out', 8);
    await choose(user, 'Use the attacker’s copy for /profile', 11);
    const result = 'Session: Held: record destroyed · Token: Breach 200';
    expect(panel().getByText(result).closest('[role=status], [aria-live]')).toBeNull();
    await user.keyboard('{Home}');
    panel().getByText(result);
    await user.click(action('Show on the stage'));
    expectStep(11);
  });

  it('takes a double-click for two Actions, and Undo takes back one', async () => {
    const { user } = await openPanel('#step=5');
    await user.dblClick(action('Request /profile'));
    await waitFor(() => expect(slider()).toHaveAttribute('max', '11'));
    await user.click(action('Undo: Request /profile'));
    await waitFor(() => expect(slider()).toHaveAttribute('max', '8'));
  });

  it('loses no Action to the next, however fast they are pressed', async () => {
    const { user } = await openPanel('#step=5');
    await Promise.all([
      user.click(action('Steal the credential')),
      user.click(action('Request /profile')),
    ]);
    await waitFor(() => expectStep(9));
  });

  it('keeps the focus in the panel when what was chosen is not offered any more', async () => {
    const { user } = await openPanel('#step=5');
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
    expect(action('Undo')).toHaveAttribute('aria-disabled', 'true');
  });

  it('is not lost when another Scenario is chosen', async () => {
    const { user } = await openPanel('#step=5');
    await choose(user, 'Steal the credential', 6);
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Scenario' }),
      'stolen-then-logout',
    );
    await waitFor(() => expect(status('Notices')).toHaveTextContent(/Your what-if is kept/));
    expectStep(0);
    await user.click(action('Undo: Leave the what-if'));
    await waitFor(() => expectStep(6));
    expect(screen.getByRole('combobox', { name: 'Scenario' })).toHaveValue('login-to-logout');
  });
});

describe('keeping a run', () => {
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
    await user.click(action('Save as file'));
    expect(click).toHaveBeenCalledOnce();
    const text = (await saved[0]?.text()) ?? '';
    expect(JSON.parse(text)).toMatchObject({ authtrace: 1, scenario: 'login-to-logout' });
    expect(text).not.toMatch(/secret|horse/);
    await user.click(action('Back to the original'));
    await waitFor(() => expect(slider()).toHaveAttribute('max', '12'));
    await user.upload(panel().getByLabelText('Open file'), file(text));
    await waitFor(() => expect(slider()).toHaveAttribute('max', '6'));
    panel().getByRole('button', { name: 'Undo: Open a file' });
    vi.restoreAllMocks();
  });

  it('says what is wrong with a file, and where, and the screen stays', async () => {
    const { user } = await openPanel('#step=5');
    await user.upload(
      panel().getByLabelText('Open file'),
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
    await user.click(action('Copy link'));
    const { runAddress } = usePlayer.getState();
    await waitFor(async () =>
      expect(await navigator.clipboard.readText()).toBe(
        `${location.origin}/#step=6&run=${runAddress}`,
      ),
    );
    const long = Array.from({ length: 200 }, () => ({ type: 'wait', seconds: 60 }));
    await user.upload(
      panel().getByLabelText('Open file'),
      file(JSON.stringify({ authtrace: 1, actions: long })),
    );
    await panel().findByText(/too long for a link.*save it as a file/);
    expect(useWhatIf.getState().problem).toBeNull();
  });
});

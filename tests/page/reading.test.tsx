import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { button, forgetVisit, openPage, region } from './page.tsx';

beforeEach(forgetVisit);

const chosenFile = () =>
  within(region('Code sample'))
    .getAllByRole('radio')
    .find((radio) => (radio as HTMLInputElement).checked);
const markedCode = () =>
  [...region('Code sample').querySelectorAll('[data-marked]')].map(
    ({ textContent }) => textContent,
  );

test('the code marks the lines that act in the step', async () => {
  const { user } = await openPage('#step=3');
  await waitFor(() => expect(markedCode().join('')).toContain('req.session.userId = user.id'));
  expect(chosenFile()).toHaveAccessibleName('sessionServer.js');
  await user.click(screen.getByRole('radio', { name: 'tokenServer.js' }));
  expect(markedCode().join('')).toContain('jwt.sign');
  await user.keyboard('{Home}');
  button('Next step').focus();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(chosenFile()).toHaveAccessibleName('client.js'));
  expect(markedCode().join('')).toContain('/login');
});

test('a step in which no code acts says so', async () => {
  await openPage('#step=10');
  await waitFor(() => expect(region('Code sample')).toHaveTextContent('Token lane: no code acts.'));
  expect(markedCode()).toEqual([]);
});

test('the transcript is in step order and marks the current sentence', async () => {
  const { user } = await openPage('#step=1');
  const current = () => region('Transcript').querySelector('[aria-current="step"]');
  await waitFor(() => expect(current()).toHaveTextContent(/^The user ada sends a login request/));
  await user.keyboard('{End}');
  await waitFor(() => expect(current()).toHaveTextContent(/^Here authentication ends/));
  expect(region('Transcript').querySelectorAll('p > span')).toHaveLength(12);
  const words = region('Transcript').textContent?.split(/\s+/).length ?? 0;
  expect(words).toBeGreaterThan(150);
  expect(words).toBeLessThan(280);
});

test('the stage says where the credential is, and what was decided', async () => {
  const { user } = await openPage('#step=8');
  const lane = (name: string) => within(region('Client and server')).getByRole('group', { name });
  expect(lane('Session-based')).toHaveTextContent('Allowed 200');
  await user.keyboard('{ArrowRight}{ArrowRight}');
  expect(lane('Token-based')).toHaveTextContent('Nothing to delete');
  // What is said at once is short; the rest is opened for both lanes, and stays open.
  expect(lane('Token-based')).not.toHaveTextContent('would still be accepted');
  const [why] = within(region('Client and server')).getAllByRole('button', { name: 'Why?' });
  expect(why).toHaveAttribute('aria-expanded', 'false');
  await user.click(why as HTMLElement);
  expect(lane('Session-based')).toHaveTextContent('if anybody has one, would be refused');
  expect(lane('Token-based')).toHaveTextContent(
    /if anybody has one, would still be accepted for 15 min/,
  );
  await user.keyboard('{ArrowRight}');
  for (const name of ['Session-based', 'Token-based']) {
    expect(lane(name)).toHaveTextContent('Denied 401');
    expect(lane(name)).toHaveTextContent('The user must log in again.');
  }
});

test('the page promises once that nothing is sent', async () => {
  await openPage();
  expect(screen.getAllByText('Everything runs in your browser; nothing is sent.')).toHaveLength(1);
});

import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { toScenario } from '../../src/player/runs/toldRun.ts';
import { usePlayer } from '../../src/player/usePlayer.ts';
import { useWanted } from '../../src/player/whatIf/applySettings.ts';
import { useWhatIf } from '../../src/player/whatIf/useWhatIf.ts';
import { forgetVisit, openPage, region } from './page.tsx';

beforeEach(() => {
  useWhatIf.setState(useWhatIf.getInitialState(), true);
  useWanted.setState({ settings: null });
});
afterEach(forgetVisit);

const settings = () => toScenario(usePlayer.getState().run).settings;
const form = () => within(region('Settings'));
const choice = (name: string) => form().getByRole('combobox', { name });

async function openForm() {
  const opened = await openPage('#step=1');
  await waitFor(() => choice('Page at'));
  return opened;
}

it('puts the page elsewhere, and only then asks what page and server say of that', async () => {
  const { user } = await openForm();
  expect(choice('Page at')).toHaveValue('sameOrigin');
  expect(form().queryByRole('combobox', { name: /CORS/ })).toBeNull();
  await user.selectOptions(choice('Page at'), 'otherPort');
  await waitFor(() => expect(settings().frontEnd?.origin).toBe('http://localhost:5173'));
  await user.selectOptions(choice('CORS: server allows'), 'none');
  await waitFor(() => expect(settings().frontEnd?.cors).toBe('none'));
  await user.selectOptions(choice('Page at'), 'sameOrigin');
  await waitFor(() => expect(settings()).not.toHaveProperty('frontEnd'));
});

it('puts page and server on two subdomains, and the server back where it was', async () => {
  const { user } = await openForm();
  await user.selectOptions(choice('Page at'), 'subdomain');
  await waitFor(() => expect(settings().frontEnd?.origin).toBe('http://app.bank.localhost:3000'));
  expect(settings().origin).toBe('http://api.bank.localhost:3000');
  expect(choice('Page at')).toHaveValue('subdomain');
  await user.selectOptions(choice('Page at'), 'otherPort');
  await waitFor(() => expect(settings().frontEnd?.origin).toBe('http://localhost:5173'));
  expect(settings().origin).toBe('http://localhost:3000');
  await user.selectOptions(choice('Page at'), 'subdomain');
  await waitFor(() => expect(settings().origin).toBe('http://api.bank.localhost:3000'));
  await user.selectOptions(choice('Page at'), 'sameOrigin');
  await waitFor(() => expect(settings()).not.toHaveProperty('frontEnd'));
  expect(settings().origin).toBe('http://localhost:3000');
});

it('shows what the console says, word for word', async () => {
  const { user } = await openForm();
  await user.selectOptions(choice('Page at'), 'otherPort');
  await user.selectOptions(choice('CORS: server allows'), 'none');
  await waitFor(() => expect(screen.getAllByText('Console of the browser')).not.toHaveLength(0));
  const said = within(region('HTTP messages')).getAllByText(/^Access to fetch at/);
  expect(said[0]).toHaveTextContent(
    "Access to fetch at 'http://localhost:3000/login' from origin 'http://localhost:5173' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
  );
});

it('puts a proxy before the server, which makes the address https', async () => {
  const { user } = await openForm();
  await user.selectOptions(choice('Proxy that ends TLS'), 'untrusted');
  await waitFor(() => expect(settings().tlsProxy).toEqual({ tells: true, trusted: false }));
  expect(settings().origin).toBe('https://localhost:3000');
  await user.click(form().getByRole('checkbox', { name: 'secure: auto' }));
  await waitFor(() => expect(settings().session.secure).toBe('auto'));
  await user.selectOptions(choice('Proxy that ends TLS'), 'none');
  await waitFor(() => expect(settings()).not.toHaveProperty('tlsProxy'));
});

it('asks for a check against CSRF, and blocks third-party cookies', async () => {
  const { user } = await openForm();
  await user.selectOptions(choice('CSRF check'), 'origin');
  await waitFor(() => expect(settings().csrf).toBe('origin'));
  await user.click(form().getByRole('checkbox', { name: 'Block third-party cookies' }));
  await waitFor(() => expect(settings().thirdPartyCookies).toBe('blocked'));
  await user.selectOptions(choice('CSRF check'), 'none');
  await waitFor(() => expect(settings()).not.toHaveProperty('csrf'));
});

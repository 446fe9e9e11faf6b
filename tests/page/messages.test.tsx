import { act, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetVisit, openPage, region } from './page.tsx';

beforeEach(forgetVisit);
afterEach(() => vi.unstubAllGlobals());

const http = () => within(region('HTTP messages'));
const messages = (name: string) => http().findAllByRole('article', { name });

test('a step shows its messages as they are on the wire, and the calls to the store', async () => {
  const { user } = await openPage('#step=4');
  const [session, token] = await messages('Response');
  expect(session).toHaveTextContent(/HTTP\/1\.1 200 OK.*Set-Cookie: connect\.sid=s%3A/);
  expect(token).toHaveTextContent(/\{"token":"eyJ[\w-]+\.eyJ[\w-]+\.[\w-]{43}"\}/);
  await user.keyboard('{PageUp}');
  await waitFor(() => expect(http().getAllByText('Store call, not HTTP')).toHaveLength(2));
  expect(region('HTTP messages')).toHaveTextContent(/store\.set\('[\w-]{32}'\)/);
  expect(http().getByText('Nothing is sent in this lane at this step.')).toBeVisible();
});

test('a field’s name opens what the field is for', async () => {
  const { user } = await openPage('#step=4');
  const [session] = await messages('Response');
  const field = within(session as HTMLElement).getByRole('button', { name: 'Set-Cookie' });
  expect(field).toHaveAttribute('aria-expanded', 'false');
  await user.click(field);
  expect(field).toHaveAttribute('aria-expanded', 'true');
  expect(session).toHaveTextContent(/Asks the browser to keep a cookie.*RFC 6265/);
  await user.click(field);
  expect(session).not.toHaveTextContent('Asks the browser');
  // They are one stop of the tab order, in which Up and Down go on.
  const fields = [...(session?.querySelectorAll('pre button') ?? [])];
  expect(fields.map((one) => one.getAttribute('tabindex'))).toEqual([
    null,
    ...fields.slice(1).map(() => '-1'),
  ]);
  expect(fields.length).toBeGreaterThan(1);
  act(() => (fields[0] as HTMLElement).focus());
  await user.keyboard('{ArrowDown}');
  expect(fields[1]).toHaveFocus();
  await user.keyboard('{ArrowUp}');
  expect(fields[0]).toHaveFocus();
});

test('two fields of one name are both there', async () => {
  await openPage('#scenario=session-in-cookie-logout&step=4');
  const [session] = await messages('Response');
  expect(session).toHaveTextContent(
    /Set-Cookie: session=eyJ[\w=]+; path=.*Set-Cookie: session\.sig=/,
  );
});

test('every field that occurs is explained', async () => {
  const { user } = await openPage();
  for (let step = 1; step <= 12; step++) {
    await user.keyboard('{ArrowRight}');
    // The messages follow with the transcript, one frame after the key.
    await waitFor(() => {
      const sentences = [...region('Transcript').querySelectorAll('p > span')];
      expect(sentences.findIndex((each) => each.hasAttribute('aria-current'))).toBe(step - 1);
    });
    for (const message of http().queryAllByRole('article')) {
      for (const field of message.querySelectorAll('button[aria-expanded]')) {
        await user.click(field);
        expect(message, `${field.textContent} at ${step}`).toHaveTextContent(/RFC|Express/);
      }
    }
  }
});

test('a message is copied as text, a request as curl too', async () => {
  const { user } = await openPage('#step=6');
  const [session] = await messages('Request');
  const inSession = within(session as HTMLElement);
  await user.click(inSession.getByRole('button', { name: 'Copy as text' }));
  expect(await navigator.clipboard.readText()).toMatch(
    /^GET \/profile HTTP\/1\.1\nHost: localhost:3000\n/,
  );
  expect(await inSession.findByText('Copied', { selector: '[role="status"]' })).toBeInTheDocument();
  await user.click(inSession.getByRole('button', { name: 'Copy as curl' }));
  expect(await navigator.clipboard.readText()).toMatch(
    /^curl -i -H 'Cookie: connect\.sid=s%3A[^']+' 'http:\/\/localhost:3000\/profile'$/,
  );
});

test('a clipboard that refuses is admitted', async () => {
  const { user } = await openPage('#step=6');
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(
    new DOMException('no', 'NotAllowedError'),
  );
  document.execCommand = () => false;
  const [session] = await messages('Request');
  const inSession = within(session as HTMLElement);
  await user.click(inSession.getByRole('button', { name: 'Copy as text' }));
  const said = await inSession.findByText('Not copied: refused', { selector: '[role="status"]' });
  expect(said).toBeInTheDocument();
  expect(document.querySelector('body > textarea')).toBeNull();
});

test('a browser without a clipboard is admitted too', async () => {
  const { user } = await openPage('#step=6');
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as never);
  Reflect.deleteProperty(document, 'execCommand');
  const [session] = await messages('Request');
  const inSession = within(session as HTMLElement);
  await user.click(inSession.getByRole('button', { name: 'Copy as text' }));
  const said = await inSession.findByText('Not copied: refused', { selector: '[role="status"]' });
  expect(said).toBeInTheDocument();
  expect(document.querySelector('body > textarea')).toBeNull();
});

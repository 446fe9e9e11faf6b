import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { ISLANDS } from '../../src/late.ts';
import { INSPECTION_PARTS } from '../../src/panels/inspect/inspectionParts.ts';
import { hintPart } from '../../src/panels/questions/QuestionTable.tsx';
import { usePlayer } from '../../src/player/usePlayer.ts';
import { forgetVisit, openPage, region } from './page.tsx';

beforeAll(async () => {
  await Promise.all(Object.values(ISLANDS).map((island) => island.load()));
});
beforeAll(async () => {
  await Promise.all([hintPart, ...Object.values(INSPECTION_PARTS)].map((part) => part.load()));
});
beforeEach(forgetVisit);

const LINE = 'Set-Cookie line, or all header fields of the answer';
const verdict = () => within(region('Verdict'));

test('it is found in the reference, and back', async () => {
  const { user } = await openPage('#view=reference');
  const place = within(region('Paste what you have'));
  await user.click(place.getByRole('link', { name: 'Set-Cookie line' }));
  expect(screen.getByRole('heading', { name: 'Paste what you have' })).toHaveFocus();
  expect(window.location.hash).toBe('#step=0&way=inspect/cookie');
  expect(document.documentElement).toHaveAttribute('data-inspect');
  expect(place.getByRole('link', { current: true })).toHaveTextContent('Set-Cookie line');
  await user.click(place.getByRole('button', { name: 'Back to the reference' }));
  await waitFor(() => expect(window.location.hash).toBe('#step=0&view=reference'));
  expect(document.documentElement).not.toHaveAttribute('data-inspect');
});

test('whoever looks for “my cookie is not set” is led to it', async () => {
  const { user } = await openPage('#view=breaks');
  await user.type(screen.getByRole('searchbox'), 'my cookie is not set');
  await user.click(await screen.findByRole('button', { name: 'Paste it: Set-Cookie line' }));
  expect(usePlayer.getState()).toMatchObject({ view: 'reference', way: 'inspect/cookie' });
  expect(await screen.findByLabelText(LINE)).toBeVisible();
});

test('a line is judged as soon as it is pasted, and again when it came from elsewhere', async () => {
  const { user } = await openPage('#way=inspect');
  await user.click(await screen.findByLabelText(LINE));
  await user.paste('Set-Cookie: sid=abc; Path=/; HttpOnly; SameSite=None');
  expect(verdict().getByRole('heading', { name: '“sid” is not kept' })).toBeVisible();
  const reasons = within(verdict().getByRole('list', { name: 'Why' }));
  expect(reasons.getByText('SameSite=None without Secure')).toBeVisible();
  expect(reasons.getByRole('link')).toHaveAttribute(
    'href',
    'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-5.7',
  );

  const line = screen.getByLabelText(LINE);
  await user.clear(line);
  await user.paste('sid=abc; Path=/; HttpOnly');
  expect(verdict().getByRole('heading', { name: '“sid” is kept' })).toBeVisible();
  await user.type(screen.getByLabelText('Page that asked'), 'http://localhost:5173');
  const why = within(verdict().getByRole('list', { name: 'Why' }));
  expect(why.getByText(/^The page’s code did not ask for cookies/)).toBeVisible();
  await user.click(screen.getByRole('radio', { name: 'include' }));
  expect(verdict().getByRole('heading', { name: '“sid” is kept' })).toBeVisible();
  expect(verdict().getByText(/^The page is of another origin: can its code/)).toBeVisible();
});

test('who sends it when is a table, with the rule of each cell', async () => {
  const { user } = await openPage('#way=inspect/cookie');
  await user.click(await screen.findByLabelText(LINE));
  await user.paste('sid=abc; Path=/');
  const table = verdict().getByRole('table', { name: 'Who sends it when' });
  const other = within(table).getByRole('row', { name: /^Another site/ });
  const [link, form, fetched] = within(other).getAllByRole('cell');
  expect(link).toHaveTextContent(/^Sent.*6265bis section 5\.6\.7\.1$/);
  expect(form).toHaveTextContent(/Sent, first two minutes.*Left out, older/);
  expect(fetched).toHaveTextContent('Left out');
  const elsewhere = verdict().getByRole('table', { name: 'The same line elsewhere' });
  expect(
    within(elsewhere).getByRole('row', { name: /another port, credentials not set/ }),
  ).toHaveTextContent(/Not kept.*did not ask for cookies/);
});

test('what is no line is told, and what is no URL', async () => {
  const { user } = await openPage('#way=inspect/cookie');
  await user.click(await screen.findByLabelText(LINE));
  await user.paste('Cookie: a=1');
  expect(verdict().getByText(/^This is a Cookie field/)).toBeVisible();
  await user.clear(screen.getByLabelText('URL that answered'));
  expect(screen.getByLabelText('URL that answered')).toBeInvalid();
  expect(verdict().getByText('That is no URL of http or https.')).toBeVisible();
});

test('nothing that is pasted is kept or put into the address', async () => {
  const { user } = await openPage('#way=inspect/cookie');
  await user.click(await screen.findByLabelText(LINE));
  await user.paste('sid=verysecretvalue');
  expect(verdict().getByRole('heading', { name: '“sid” is kept' })).toBeVisible();
  expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('verysecret');
  expect(window.location.href).not.toContain('verysecret');
});

import { createHmac } from 'node:crypto';
import { fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ISLANDS } from '../../src/late.ts';
import { MAX_LOG } from '../../src/lesson/inspect/log/readLog.ts';
import { INSPECTION_PARTS } from '../../src/panels/inspect/inspectionParts.ts';
import { hintPart } from '../../src/panels/questions/QuestionTable.tsx';
import { usePlayer } from '../../src/player/usePlayer.ts';
import { expectHash, forgetVisit, openPage, region } from './page.tsx';

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
  await expectHash('#step=0&way=inspect/cookie');
  expect(document.documentElement).toHaveAttribute('data-inspect');
  expect(place.getByRole('link', { current: true })).toHaveTextContent('Set-Cookie line');
  await user.click(place.getByRole('button', { name: 'Back to the reference' }));
  await expectHash('#step=0&view=reference');
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

describe('a token', () => {
  const TOKEN = 'Token, with or without “Bearer”';
  const openToken = async () => {
    const { user } = await openPage('#way=inspect/token');
    await user.click(await screen.findByRole('button', { name: 'Try an example' }));
    await verdict().findByRole('heading', { name: 'Valid' });
    return user;
  };
  const readPasted = () => screen.getByLabelText<HTMLTextAreaElement>(TOKEN).value;

  test('is decoded, with its times as dates, and valid by its secret and the clock', async () => {
    const user = await openToken();
    expect(verdict().getByText(/^A signed token \(JWS\)/)).toBeVisible();
    const times = within(verdict().getByLabelText('Times'));
    // The clock goes on while the page is looked at.
    expect(times.getByText(/^\d{4}-\d\d-\d\d .* UTC, in (10|9) min/)).toBeVisible();
    const clock = screen.getByLabelText('Clock (UTC)');
    await user.clear(clock);
    await user.type(clock, '2099-01-01T00:00:00');
    expect(
      await verdict().findByRole('heading', { name: 'Signed right, but expired' }),
    ).toBeVisible();
    expect(verdict().getByLabelText('What the libraries say')).toHaveTextContent(
      /jsonwebtokenTokenExpiredError: jwt expired/,
    );
    await user.type(screen.getByLabelText('Secret'), 'x');
    expect(await verdict().findByRole('heading', { name: 'Invalid' })).toBeVisible();
    expect(verdict().getByText(/^The signature: it was signed with another secret/)).toBeVisible();
  });

  test('that is edited is another one by a button alone: tampered with, or signed again', async () => {
    const user = await openToken();
    const before = readPasted();
    const change = within(region('Change it'));
    const payload = change.getByLabelText('Payload');
    await user.clear(payload);
    await user.click(payload);
    await user.paste('{ "id": "eve" }');
    expect(readPasted()).toBe(before);
    expect(verdict().getByRole('heading', { name: 'Valid' })).toBeVisible();

    await user.click(change.getByRole('button', { name: 'Tamper: keep the old signature' }));
    expect(readPasted().split('.')[2]).toBe(before.split('.')[2]);
    expect(await verdict().findByRole('heading', { name: 'Invalid' })).toBeVisible();
    expect(change.getByRole('button', { name: /^Tamper/ })).toHaveFocus();
    expect(change.getByRole('status')).toHaveTextContent('the signature is the old one');

    await user.click(change.getByRole('button', { name: 'Sign again' }));
    expect(await verdict().findByRole('heading', { name: 'Valid' })).toBeVisible();
    expect(readPasted().split('.')[2]).not.toBe(before.split('.')[2]);
    expect(verdict().getByText('It never expires')).toBeVisible();

    await user.clear(payload);
    await user.click(change.getByRole('button', { name: 'Sign again' }));
    expect(change.getByRole('status')).toHaveTextContent('The payload is no JSON object.');
    expect(payload).toBeInvalid();
  });

  test('that is broken is decoded as far as it can be', async () => {
    const { user } = await openPage('#way=inspect/token');
    await user.click(await screen.findByLabelText(TOKEN));
    await user.paste('Bearer eyJhbGciOiJIUzI1NiJ9.eyJpZCI6ImFkYSJ9');
    expect(verdict().getByText(/^No whole JWT: it has 2 parts/)).toBeVisible();
    expect(verdict().getAllByText(/"id": "ada"/)[0]).toBeVisible();
    expect(verdict().getByText('Is missing.')).toBeVisible();
    expect(verdict().getByText(/^Type the secret/)).toBeVisible();
  });

  describe('by the time itself, while nobody has set the clock', () => {
    const START = Date.UTC(2026, 0, 1);
    const SECRET = 'a-secret-for-a-test-of-32-letters';
    beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: START }));
    afterEach(() => void vi.useRealTimers());

    const encode = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');
    const sign = (claims: object) => {
      const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
      return `${signed}.${createHmac('sha256', SECRET).update(signed).digest('base64url')}`;
    };
    const pasteToken = async (claims: object) => {
      const user = userEvent.setup({ delay: null });
      await user.click(screen.getByLabelText('Secret'));
      await user.paste(SECRET);
      await user.click(screen.getByLabelText(TOKEN));
      await user.paste(sign(claims));
    };

    test('one that was issued after the page was opened is valid', async () => {
      await openPage('#way=inspect/token');
      await screen.findByLabelText(TOKEN);
      vi.setSystemTime(START + 60_000);
      await pasteToken({ nbf: START / 1000 + 60, exp: START / 1000 + 120 });
      expect(await verdict().findByRole('heading', { name: 'Valid' })).toBeVisible();
    });

    test('one that expires while the page is open is told to have', async () => {
      await openPage('#way=inspect/token');
      await screen.findByLabelText(TOKEN);
      await pasteToken({ exp: START / 1000 + 1 });
      expect(await verdict().findByRole('heading', { name: 'Valid' })).toBeVisible();
      vi.setSystemTime(START + 2000);
      expect(
        await verdict().findByRole('heading', { name: 'Signed right, but expired' }),
      ).toBeVisible();
    });
  });

  test('and its secret are in no address and no storage', async () => {
    const user = await openToken();
    await user.type(screen.getByLabelText('Secret'), 'verysecret');
    await verdict().findByRole('heading', { name: 'Invalid' });
    await new Promise((done) => setTimeout(done, 400));
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toMatch(/verysecret|eyJ/);
    expect(window.location.href).not.toMatch(/verysecret|eyJ/);
    await expectHash('#step=0&way=inspect/token');
  });
});

describe('a log', () => {
  const openLog = async () => {
    const { user } = await openPage('#way=inspect/log');
    return { user, field: await screen.findByLabelText<HTMLTextAreaElement>('Paste a log') };
  };
  const CURL = [
    '> POST /auth/login HTTP/1.1',
    '> Host: shop.example',
    '< HTTP/1.1 302 Found',
    '< Location: /profile',
    '< Set-Cookie: sid=verysecretvalue; HttpOnly',
    '> GET /profile HTTP/1.1',
    '> Host: shop.example',
    '< HTTP/1.1 401 Unauthorized',
  ].join('\n');

  test('is laid out by its exchanges, masked at once, with what is unusual named', async () => {
    const { user, field } = await openLog();
    await user.click(field);
    await user.paste(CURL);
    expect(
      await verdict().findByRole('heading', { name: '3 unusual things found.' }),
    ).toBeVisible();
    const login = within(
      verdict().getByRole('region', { name: '1. POST http://shop.example/auth/login' }),
    );
    expect(login.getByText('Sets sid')).toBeVisible();
    expect(login.getByRole('article', { name: 'Response' })).toHaveTextContent(
      /HTTP 302Location: \/profileSet-Cookie: sid=‹A·15›; HttpOnly/,
    );
    const unusual = within(login.getByRole('list', { name: 'Unusual in exchange 1' }));
    expect(unusual.getByText('The redirect loses “sid”')).toBeVisible();
    expect(unusual.getByText(/The cookie is for \/auth and below/)).toBeVisible();
    expect(verdict().getByText('Turned away without “sid”')).toBeVisible();
    // Neither the field nor anything else of the page has what was pasted.
    expect(field).toHaveValue('');
    expect(document.body.innerHTML).not.toContain('verysecret');
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('verysecret');
    expect(window.location.href).not.toContain('verysecret');
  });

  test('may be a file; what is none is told, and what is too large is not read', async () => {
    const { user } = await openLog();
    const choose = screen.getByLabelText('Or choose a file');
    const har = {
      log: { entries: [{ request: { url: 'https://shop.example/?token=abcdefgh' } }] },
    };
    await user.upload(choose, new File([JSON.stringify(har)], 'login.har', { type: 'text/plain' }));
    expect(await verdict().findByText('A token is in the address: token')).toBeVisible();
    await user.upload(choose, new File(['{"log":'], 'cut.har', { type: 'application/json' }));
    expect(await verdict().findByRole('alert')).toHaveTextContent('no whole JSON');

    const huge = new File(['{}'], 'huge.har', { type: 'application/json' });
    Object.defineProperty(huge, 'size', { value: MAX_LOG + 1 });
    Object.defineProperty(huge, 'text', {
      value: () => {
        throw new Error('it was read');
      },
    });
    fireEvent.change(choose, { target: { files: [huge] } });
    expect(verdict().getByRole('alert')).toHaveTextContent('more than 20 MB, and was not read');
  });
});

test('what is pasted is there again after a look at another kind, and nowhere but in memory', async () => {
  const { user } = await openPage('#way=inspect/cookie');
  const kinds = within(region('Paste what you have'));
  const go = (name: string) => user.click(kinds.getByRole('link', { name }));
  await user.click(await screen.findByLabelText(LINE));
  await user.paste('sid=verysecretvalue');
  await user.click(screen.getByRole('radio', { name: 'include' }));

  await go('Token');
  await user.click(await screen.findByRole('button', { name: 'Try an example' }));
  await verdict().findByRole('heading', { name: 'Valid' });
  await go('HAR file or curl -v log');
  await user.click(await screen.findByRole('button', { name: 'Try an example' }));
  const found = await verdict().findByRole('heading', { name: /unusual things found/ });
  const title = found.textContent ?? '';

  await go('Set-Cookie line');
  expect(await screen.findByLabelText(LINE)).toHaveValue('sid=verysecretvalue');
  expect(screen.getByRole('radio', { name: 'include' })).toBeChecked();
  expect(verdict().getByRole('heading', { name: '“sid” is kept' })).toBeVisible();
  await go('Token');
  expect(await screen.findByLabelText('Secret')).toHaveValue('keyboard cat');
  expect(await verdict().findByRole('heading', { name: 'Valid' })).toBeVisible();
  await go('HAR file or curl -v log');
  expect(await verdict().findByRole('heading', { name: title })).toBeVisible();

  const kept = JSON.stringify({ ...localStorage, ...sessionStorage }) + window.location.href;
  for (const secret of ['verysecret', 'keyboard', 'eyJ']) expect(kept).not.toContain(secret);
});

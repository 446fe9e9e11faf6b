import { inflateRawSync } from 'node:zlib';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toScenario } from '../../src/player/runs/toldRun.ts';
import { usePlayer } from '../../src/player/usePlayer.ts';
import { useWanted } from '../../src/player/whatIf/applySettings.ts';
import { useWhatIf } from '../../src/player/whatIf/useWhatIf.ts';
import { button, expectStep, forgetVisit, openPage, region } from './page.tsx';

beforeEach(() => {
  useWhatIf.setState(useWhatIf.getInitialState(), true);
  useWanted.setState({ settings: null });
});
afterEach(forgetVisit);

const settings = () => toScenario(usePlayer.getState().run).settings;
const form = () => within(region('Settings'));
const field = (name: string) => form().getByRole('textbox', { name });
const check = (name: string) => form().getByRole('checkbox', { name });

/** Opens the page at a step and waits for the form. */
async function openForm(hash = '#step=9') {
  const opened = await openPage(hash);
  await waitFor(() => field('Token lifetime'));
  return opened;
}

const waitForRun = (seen: () => unknown, wanted: unknown) =>
  waitFor(() => expect(seen()).toEqual(wanted));

/** Puts a text into a field at once, as a paste does. */
async function paste(
  user: Awaited<ReturnType<typeof openPage>>['user'],
  name: string,
  text: string,
) {
  await user.clear(field(name));
  await user.click(field(name));
  await user.paste(text);
}

describe('the form', () => {
  it('shows the settings of the run on the screen, each with what it does: what counts in it, and all else on demand', async () => {
    const { user } = await openForm();
    expect(field('Session lifetime')).toHaveValue('900');
    expect(field('Token lifetime')).toHaveAccessibleDescription(
      'From iat to exp. Use does not move it.',
    );
    expect(check('HttpOnly')).toBeChecked();
    expect(check('rolling')).not.toBeChecked();
    expect(form().getByRole('combobox', { name: 'SameSite' })).toHaveValue('lax');
    expect(form().getByRole('combobox', { name: 'Token kept in' })).toHaveValue('localStorage');
    expect(field('Payload')).toHaveValue('');
    for (const title of ['Session', 'Token', 'Servers', 'Payload and secrets'])
      form().getByRole('group', { name: title });

    // Of them, what counts in the run is in sight.
    const isFolded = (control: HTMLElement) => control.closest('[data-rest]') !== null;
    expect(isFolded(field('Session lifetime'))).toBe(false);
    expect(isFolded(check('Deny-list'))).toBe(false);
    expect(isFolded(check('rolling'))).toBe(true);
    expect(isFolded(field('Token secret'))).toBe(true);
    const all = form().getByRole('button', { name: 'All settings' });
    expect(all).toHaveAttribute('aria-expanded', 'false');
    await user.click(all);
    expect(all).toHaveAttribute('aria-expanded', 'true');
    expect(check('rolling').closest('[data-all]')).not.toBeNull();
    await user.click(check('rolling'));
    await waitFor(() => expect(isFolded(check('rolling'))).toBe(false));
    // Set back it stays where it is.
    await user.click(check('rolling'));
    await waitFor(() => expect(settings().session.rolling).toBe(false));
    expect(isFolded(check('rolling'))).toBe(false);
  });

  it('runs the same Actions again at once when a switch is turned, and stays at the step', async () => {
    const { user } = await openForm();
    const before = usePlayer.getState().run;
    await user.click(check('Clear cookie at logout'));
    expect(check('Clear cookie at logout')).not.toBeChecked();
    await waitForRun(() => settings().session.clearCookieAtLogout, false);
    expectStep(9);
    expect(usePlayer.getState().original).toBe(before);
    expect(toScenario(usePlayer.getState().run).actions).toEqual(toScenario(before).actions);
  });

  it('takes the clock of either server, one that is behind too', async () => {
    const { user } = await openForm();
    expect(field('Server B’s clock')).toBeDisabled();
    await paste(user, 'Server’s clock', '-3600');
    await user.keyboard('{Enter}');
    await waitForRun(() => settings().clockOffset, -3600);
    expect(form().getByText('−1 h')).toBeVisible();
    await paste(user, 'Server’s clock', '1e9');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(field('Server’s clock')).toBeInvalid());
    expect(settings().clockOffset).toBe(-3600);
  });

  it('takes the second server’s clock where there is one', async () => {
    const { user } = await openForm('#scenario=clock-skew&step=1');
    await waitFor(() => expect(field('Server B’s clock')).toBeEnabled());
    expect(field('Server B’s clock')).toHaveValue('90');
    await paste(user, 'Server B’s clock', '0');
    await user.keyboard('{Enter}');
    await waitForRun(() => settings().second, { clockOffset: 0 });
  });

  it('keeps the first of two changes in the second, however fast they come', async () => {
    const { user } = await openForm();
    await act(async () => {
      check('rolling').click();
      check('Deny-list').click();
    });
    await waitForRun(() => [settings().session.rolling, settings().token.denyList], [true, true]);
    await user.selectOptions(form().getByRole('combobox', { name: 'SameSite' }), 'Not set');
    await waitForRun(() => settings().session.sameSite, null);
    expect(settings().session.rolling).toBe(true);
  });

  it('takes a lifetime after a short rest, or at once on Enter, and says what it is in minutes', async () => {
    const { user } = await openForm();
    await paste(user, 'Token lifetime', '120');
    await waitForRun(() => settings().token.lifetime, 120);
    await waitFor(() => expect(region('Settings')).toHaveTextContent('2 min'));
    expect(settings().session.lifetime).toBe(900);
    await user.clear(field('Leeway'));
    await user.type(field('Leeway'), '30{Enter}');
    await waitForRun(() => settings().token.leeway, 30);
  });

  it('moves the session’s data into the cookie and back, with what goes only with a store', async () => {
    const { user } = await openForm();
    const where = () => form().getByRole('combobox', { name: 'Session data in' });
    expect(where()).toHaveValue('store');
    await user.click(check('rolling'));
    await waitForRun(() => settings().session.rolling, true);
    await user.selectOptions(where(), 'The cookie');
    await waitForRun(() => settings().session.dataIn, 'cookie');
    expect(settings().session.rolling).toBe(false);
    expect(form().queryByRole('checkbox', { name: 'rolling' })).toBe(null);
    expect(form().queryByRole('textbox', { name: 'Absolute timeout' })).toBe(null);
    expect(check('Copy the user at login')).toHaveAccessibleDescription(
      /The cookie holds the role/,
    );
    await user.selectOptions(where(), 'A store');
    await waitForRun(() => settings().session.dataIn, undefined);
    expect(check('rolling')).not.toBeChecked();
  });

  it('has a browser session, and gives the lifetime back', async () => {
    const { user } = await openForm();
    await user.click(check('Browser session'));
    await waitForRun(() => settings().session.lifetime, null);
    expect(field('Session lifetime')).toBeDisabled();
    expect(field('Session lifetime')).toHaveValue('900');
    await user.click(check('Browser session'));
    await waitForRun(() => settings().session.lifetime, 900);
  });
});

describe('what cannot be read', () => {
  it('stays as it was typed, with the reason beside it and the last good run on the screen', async () => {
    const { user } = await openForm();
    const { run } = usePlayer.getState();
    for (const text of ['a week', '-1', '1e3', '0', '99999999999999999999', '٣', '']) {
      await user.clear(field('Token lifetime'));
      if (text !== '') await user.paste(text);
      await user.tab();
      expect(field('Token lifetime')).toBeInvalid();
      expect(field('Token lifetime')).toHaveAccessibleDescription(
        /whole number from 1 to 315360000/,
      );
      expect(field('Token lifetime')).toHaveValue(text);
    }
    expect(usePlayer.getState().run).toBe(run);
    await user.click(button('Restore the last valid value'));
    expect(field('Token lifetime')).toHaveValue('900');
    expect(field('Token lifetime')).toBeValid();
  });

  it('is not even taken where no setting has as much, which is said', async () => {
    const { user } = await openForm();
    for (const name of ['Payload', 'Token secret', 'Token lifetime']) {
      const before = (field(name) as HTMLInputElement).value;
      fireEvent.change(field(name), { target: { value: 'x'.repeat(5_000_000) } });
      expect(field(name)).toHaveAccessibleDescription(/not taken: it has 5000000 characters/);
      expect(field(name)).toHaveValue(before);
      await user.click(button('Restore the last valid value'));
      expect(field(name)).toBeValid();
    }
  });

  it('is told plainly in a line, without a place', async () => {
    const { user } = await openForm();
    for (const [name, text] of [
      ['Token lifetime', '12a'],
      ['Session secret', `${'x'.repeat(1021)}🔑🗝`],
      ['Token secret', `${'x'.repeat(1024)}yz`],
    ] as const) {
      await paste(user, name, text);
      await user.tab();
      expect(field(name)).toHaveAccessibleDescription(/^It must (be|have) /);
      expect(form().queryByRole('button', { name: /column/i })).toBeNull();
    }
  });

  it('is told with line and column in the payload, and can be gone to', async () => {
    const { user } = await openForm();
    await paste(user, 'Payload', '{\n  "theme": dark\n}');
    await waitFor(() => expect(field('Payload')).toBeInvalid());
    expect(form().getByRole('alert')).toHaveTextContent(
      'Line 2, column 12: Expected a value (text needs quotes).',
    );
    await user.click(form().getByRole('button', { name: 'Line 2, column 12' }));
    const area = field('Payload') as HTMLTextAreaElement;
    expect(area).toHaveFocus();
    expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe('d');
    await paste(user, 'Payload', '{"theme": "dark"}');
    await waitForRun(() => settings().payload, { theme: 'dark' });
    expect(field('Payload')).toBeValid();
    expect(field('Payload')).toHaveValue('{"theme": "dark"}');
    await user.clear(field('Payload'));
    await waitForRun(() => 'payload' in settings(), false);
  });

  it('is left alone when another setting changes, is undone, or another scenario shows', async () => {
    const { user } = await openForm();
    await paste(user, 'Payload', '{');
    await user.click(check('rolling'));
    await waitForRun(() => settings().session.rolling, true);
    await act(() => useWhatIf.getState().undo());
    expect(check('rolling')).not.toBeChecked();
    await act(() => usePlayer.getState().chooseScenario('no-max-age'));
    expect(check('Browser session')).toBeChecked();
    expect(field('Payload')).toHaveValue('{');
    expect(field('Payload')).toBeInvalid();
    await user.click(button('Reset to the scenario’s settings'));
    expect(field('Payload')).toHaveValue('');
    expect(field('Payload')).toBeValid();
  });

  const REFUSED: readonly (readonly [name: string, text: string, message: RegExp])[] = [
    [
      'more than 24 KiB',
      JSON.stringify({ text: 'x'.repeat(24 * 1024) }),
      /Line 1, column 24577 ?: .* more than 24576/,
    ],
    ['deep JSON', '[{"a":'.repeat(20_000), /Nested deeper than 32/],
    [
      'a reserved claim',
      '{"theme": 1, "exp": 2}',
      /column 14 ?: exp is a name that the server keeps/,
    ],
    ['no object', '"<img src=x onerror=alert(1)>"', /Line 1, column 1 ?: It must be a JSON object/],
    ['one in escapes', '{"\\u0069d": 2}', /column 2 ?: id is a name that the server keeps/],
    ['a prototype', '{"__proto__": {"admin": true}}', /__proto__ is no plain member/],
  ];

  it('says so: too much, too deep, no object, and what the server keeps, in escapes too', async () => {
    const { user } = await openForm();
    for (const [name, text, message] of REFUSED) {
      await paste(user, 'Payload', text);
      await user.tab();
      expect(field('Payload'), name).toHaveAccessibleDescription(message);
      expect(field('Payload'), name).toHaveValue(text);
      expect('payload' in settings(), name).toBe(false);
    }
  });
});

describe('a change from elsewhere', () => {
  it('shows in the form: undo, and another scenario', async () => {
    const { user } = await openForm();
    await paste(user, 'Token lifetime', '60');
    await waitForRun(() => settings().token.lifetime, 60);
    await act(() => useWhatIf.getState().undo());
    await waitFor(() => expect(field('Token lifetime')).toHaveValue('900'));
    await act(() => usePlayer.getState().chooseScenario('deny-list'));
    expect(check('Deny-list')).toBeChecked();
  });

  it('back to the scenario’s settings it is the scenario’s own run, at the same step', async () => {
    const { user } = await openForm();
    const { run } = usePlayer.getState();
    await user.click(check('Secure'));
    await waitForRun(() => settings().session.secure, true);
    expect(check('Secure')).toHaveAccessibleDescription(/^Changed\./);
    await user.click(button('Reset to the scenario’s settings'));
    expect(usePlayer.getState()).toMatchObject({ original: null, cursor: 9 });
    expect(usePlayer.getState().run).toBe(run);
    expect(check('Secure')).not.toBeChecked();
  });

  it('keeps what else was done when it goes back', async () => {
    const { user } = await openForm('#step=12');
    await act(() => useWhatIf.getState().act({ type: 'wait', seconds: 60 }));
    await user.click(check('Secure'));
    await waitForRun(() => settings().session.secure, true);
    await user.click(button('Reset to the scenario’s settings'));
    await waitForRun(() => settings().session.secure, false);
    expect(toScenario(usePlayer.getState().run).actions.at(-1)).toEqual({
      type: 'wait',
      seconds: 60,
    });
  });
});

describe('a secret', () => {
  const SECRET = 'never-to-be-found';

  it('is in no address, no storage and no file, nor is a payload that repeats it', async () => {
    const { user } = await openForm();
    await paste(user, 'Token secret', SECRET);
    await waitForRun(() => settings().token.secret, SECRET);
    await paste(user, 'Session secret', `${SECRET}-either`);
    await waitForRun(() => settings().session.secrets, [`${SECRET}-either`]);
    await paste(user, 'Payload', JSON.stringify({ note: `it is ${SECRET}!` }));
    await waitForRun(() => settings().payload, { note: `it is ${SECRET}!` });
    const decode = () => {
      const run = new URLSearchParams(window.location.hash.slice(1)).get('run') ?? '';
      return inflateRawSync(Buffer.from(run.replace(/^z\./, ''), 'base64url')).toString();
    };
    // The address is written late and in order: with this in it, all before it was written.
    await paste(user, 'Leeway', '77');
    await waitFor(() => expect(decode()).toContain('"leeway":77'));
    const decoded = decode();
    const stored = JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      window.history.state,
    ]);
    for (const text of [window.location.href, decoded, stored, useWhatIf.getState().toFile()]) {
      expect(text).not.toContain(SECRET);
    }
    expect(decoded).toContain('ownSecrets');
  });

  it('says its bytes, and warns under 32 by what the secret signs', async () => {
    const { user } = await openForm();
    expect(field('Token secret')).toHaveAccessibleDescription(/39 bytes$/);
    await paste(user, 'Token secret', 'é'.repeat(15));
    expect(field('Token secret')).toHaveAccessibleDescription(/Warning: 30 bytes, under the 32/);
    await waitForRun(() => settings().token.secret, 'é'.repeat(15));
    await paste(user, 'Token secret', 'x'.repeat(1025));
    await user.tab();
    expect(field('Token secret')).toHaveAccessibleDescription(/1 to 1024 bytes, but has 1025/);
    expect(field('Token secret')).toHaveAttribute('autocomplete', 'off');
    expect(field('Token secret')).toHaveAttribute('spellcheck', 'false');
    await paste(user, 'Token secret', 'short');
    expect(field('Token secret')).toHaveAccessibleDescription(
      /Warning: 5 bytes, under the 32 that RFC 7518 section 3\.2 demands for HS256/,
    );
    await paste(user, 'Session secret', 'short');
    expect(field('Session secret')).toHaveAccessibleDescription(
      /Warning: 5 bytes\. .* the session’s cookie is signed with it by HMAC/,
    );
    expect(field('Session secret')).not.toHaveAccessibleDescription(/RFC/);
  });

  it('that is refused has no warning', async () => {
    const { user } = await openForm();
    for (const name of ['Session secret', 'Token secret']) {
      for (const text of ['', '\ud800']) {
        await paste(user, name, 'short');
        expect(field(name)).toHaveAccessibleDescription(/Warning/);
        await user.clear(field(name));
        if (text !== '') await user.paste(text);
        // Neither before the text has rested nor after.
        expect(field(name)).not.toHaveAccessibleDescription(/Warning/);
        await user.tab();
        expect(field(name)).toBeInvalid();
        expect(field(name)).not.toHaveAccessibleDescription(/Warning/);
      }
    }
  });

  it('of the session may be several: the first signs', async () => {
    const { user } = await openForm();
    await user.click(button('Add an older session secret'));
    expect(field('Session secret 2')).toBeValid();
    // The other one is as free as before.
    await paste(user, 'Session secret', 'another first one');
    await waitForRun(() => settings().session.secrets, ['another first one']);
    expect(field('Session secret')).toBeValid();
    await paste(user, 'Session secret 2', 'the one before');
    await waitForRun(() => settings().session.secrets[1], 'the one before');
    expect(field('Session secret 2')).toHaveValue('the one before');
    await user.click(button('Remove session secret 2'));
    await waitForRun(() => settings().session.secrets.length, 1);
    expect(form().queryByRole('textbox', { name: 'Session secret 2' })).toBeNull();
  });

  it('is not used where servers draw their own, and the form says so', async () => {
    await openForm();
    expect(region('Settings')).not.toHaveTextContent('draw their secrets');
    const drawn = { ...settings(), secretAtBoot: 'random' } as const;
    await act(() => useWhatIf.getState().changeSettings(drawn));
    expect(region('Settings')).toHaveTextContent('the servers draw their secrets when they start');
  });
});

it('tells when the browser signs nothing, and keeps the run', async () => {
  const { user } = await openForm();
  const { run } = usePlayer.getState();
  const { subtle } = crypto;
  Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });
  await paste(user, 'Token lifetime', '60');
  await waitFor(() => expect(form().getByRole('alert')).toHaveTextContent(/signs nothing/));
  Object.defineProperty(crypto, 'subtle', { value: subtle, configurable: true });
  expect(usePlayer.getState().run).toBe(run);
  expect(screen.queryByRole('alert')).not.toBeNull();
  await user.click(field('Token lifetime'));
  await user.keyboard('{Enter}');
  await waitForRun(() => settings().token.lifetime, 60);
  await waitFor(() => expect(form().queryByRole('alert')).toBeNull());
});

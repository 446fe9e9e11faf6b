import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { button, expectStep, forgetVisit, openPage } from './page.tsx';

beforeEach(forgetVisit);

const theme = () => screen.getByRole('combobox', { name: 'Theme' });
const dialog = () => screen.queryByRole('dialog', { name: 'Keyboard shortcuts' });
const { dataset } = document.documentElement;

test('the theme is the system’s until one is chosen, and is remembered', async () => {
  const { user, close } = await openPage();
  expect(theme()).toHaveDisplayValue('System');
  expect(dataset.theme).toBeUndefined();
  await user.selectOptions(theme(), 'Dark');
  expect(dataset.theme).toBe('dark');
  close();
  const next = await openPage();
  expect(theme()).toHaveDisplayValue('Dark');
  expect(dataset.theme).toBe('dark');
  await next.user.selectOptions(theme(), 'System');
  expect(dataset.theme).toBeUndefined();
});

test('the shortcuts open by button and by key, and close in three ways', async () => {
  const { user } = await openPage();
  expect(dialog()).toBeNull();
  await user.click(button('Keyboard shortcuts'));
  expect(within(dialog() as HTMLElement).getByText('Previous step')).toBeVisible();
  await user.click(button('Close'));
  expect(dialog()).toBeNull();
  // A browser gives the focus back when a dialog closes; here nobody does.
  button('Keyboard shortcuts').focus();
  await user.keyboard('?');
  expect(dialog()).not.toBeNull();
  await user.keyboard('{Escape}');
  expect(dialog()).toBeNull();
  await user.keyboard('?');
  // The backdrop is the dialog itself.
  await user.click(dialog() as HTMLElement);
  expect(dialog()).toBeNull();
});

test('an open dialog keeps the keys from the walk', async () => {
  const { user } = await openPage('#step=4');
  await user.keyboard('?{ArrowRight}s{End}');
  await user.keyboard('{Escape}');
  expectStep(4);
  expect(screen.getByRole('radio', { name: 'Both' })).toBeChecked();
});

test('keys that type a character can be switched off, and stay off', async () => {
  const { user, close } = await openPage('#step=4');
  await user.keyboard('?');
  await user.click(screen.getByRole('checkbox', { name: /Keys that type a character/ }));
  await user.click(button('Close'));
  const tryKeys = async (visitor: typeof user) => {
    await visitor.keyboard('t?r+');
    expect(dialog()).toBeNull();
    expectStep(4);
    expect(screen.getByRole('radio', { name: 'Both' })).toBeChecked();
    expect(screen.getByRole('combobox', { name: 'Speed' })).toHaveDisplayValue('1×');
  };
  await tryKeys(user);
  close();
  const next = await openPage('#step=4');
  await tryKeys(next.user);
  await next.user.keyboard('{ArrowRight}');
  expectStep(5);
  await next.user.click(button('Keyboard shortcuts'));
  await next.user.click(screen.getByRole('checkbox', { name: /Keys that type a character/ }));
  await next.user.keyboard('{Escape}t');
  expect(screen.getByRole('radio', { name: 'Token' })).toBeChecked();
});

test('keys are left alone in a select, and with a modifier', async () => {
  const { user } = await openPage('#step=4');
  screen.getByRole('combobox', { name: 'Speed' }).focus();
  await user.keyboard('{ArrowRight}t{End}');
  expectStep(4);
  button('Next step').focus();
  await user.keyboard('{Control>}{ArrowRight}s{/Control}{Meta>}t{/Meta}{Alt>}{ArrowLeft}{/Alt}');
  expectStep(4);
  expect(screen.getByRole('radio', { name: 'Both' })).toBeChecked();
  await user.keyboard('{ArrowRight}');
  expectStep(5);
});

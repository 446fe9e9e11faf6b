import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { toPlainText } from '../../src/lesson/page/toPlainText.ts';
import { GLOSSARY } from '../../src/lesson/texts/terms/glossary.ts';
import { toSourceAddress } from '../../src/lesson/texts/terms/sources.ts';
import { usePlayer } from '../../src/player/usePlayer.ts';
import { button, expectStep, forgetVisit, openPage, region } from './page.tsx';

afterEach(forgetVisit);

const dialog = () => screen.getByRole('dialog', { name: 'Glossary' });
const isClosed = () => screen.queryByRole('dialog', { name: 'Glossary' }) === null;
const entry = (name: string) => within(dialog()).findByRole('heading', { level: 3, name });

/** All dotted words of the page. */
const listDotted = () => [...document.querySelectorAll<HTMLElement>('[data-term]')];

it('lists every word with its meaning and its source', async () => {
  await openPage();
  // By the tree of its own: asking for roles among seventy entries takes a minute.
  const words = within(region('Glossary'));
  for (const { name, meaning, source } of Object.values(GLOSSARY)) {
    const term = words.getByText(name, { selector: 'dt' });
    expect(term.nextElementSibling).toHaveTextContent(toPlainText(meaning));
    const link = term.parentElement?.querySelector('a');
    expect(link).toHaveTextContent(source);
    expect(link).toHaveAttribute('href', toSourceAddress(source));
  }
});

it('every dotted word of the page, at every step, is a button that opens an entry', async () => {
  await openPage();
  for (let step = 0; step <= 12; step++) {
    act(() => usePlayer.getState().jumpTo(step));
    for (const word of listDotted()) {
      expect(Object.keys(GLOSSARY), word.textContent ?? '').toContain(word.dataset.term);
      expect(word).toHaveAttribute('aria-haspopup', 'dialog');
    }
  }
});

it('the dotted words of a panel are one stop of the tab order, at every step', async () => {
  await openPage();
  for (let step = 0; step <= 12; step++) {
    act(() => usePlayer.getState().jumpTo(step));
    for (const panel of ['stage', 'table']) {
      const words = document.querySelectorAll<HTMLElement>(`[data-words="${panel}"] [data-term]`);
      expect([...words].filter(({ tabIndex }) => tabIndex >= 0)).toHaveLength(1);
    }
  }
});

it('opens with ?, leads from word to word, and is closed by Escape', async () => {
  const { user } = await openPage('#step=3');
  await user.keyboard('?');
  await user.click(button('Glossary: what the words mean'));
  expect(screen.queryByRole('dialog', { name: 'Keyboard shortcuts' })).toBeNull();
  await user.click(await within(dialog()).findByRole('button', { name: 'Session ID' }));
  expect(await entry('Session ID')).toHaveFocus();
  await user.click(within(dialog()).getByRole('button', { name: 'record' }));
  expect(await entry('Session record')).toHaveFocus();
  expect(within(dialog()).getByRole('link')).toHaveAttribute('target', '_blank');
  await user.keyboard('{ArrowRight}');
  expectStep(3);
  await user.keyboard('{Escape}');
  expect(isClosed()).toBe(true);
  await user.keyboard('{ArrowRight}');
  expectStep(4);
});

it('shows all words again', async () => {
  const { user } = await openPage();
  act(() => usePlayer.getState().showTerm('exp'));
  await user.click(await within(dialog()).findByRole('button', { name: 'All words' }));
  expect(within(dialog()).getAllByRole('heading', { level: 3 }).length).toBeGreaterThan(3);
  expect(within(dialog()).getByRole('button', { name: 'exp' })).toBeVisible();
});

it('shows all words for a name that nobody explains', async () => {
  await openPage();
  for (const id of ['', 'nothing', 'constructor']) {
    act(() => usePlayer.getState().showTerm(id));
    await waitFor(() => expect(within(dialog()).getByText('exp')).toBeVisible());
    act(() => usePlayer.getState().showTerm(null));
  }
});

/** Puts a dotted word beside the page that React does not know. */
function addWord(id: string) {
  const word = document.createElement('button');
  word.dataset.term = id;
  document.body.append(word);
  return word;
}

it('hears of a dotted word that React does not know, as in a part that is not alive yet', async () => {
  const { close } = await openPage();
  const word = addWord('jti');
  fireEvent.click(word);
  expect(await entry('jti')).toBeVisible();
  act(() => usePlayer.getState().showTerm(null));
  close();
  fireEvent.click(word);
  expect(usePlayer.getState().term).toBeNull();
  word.remove();
});

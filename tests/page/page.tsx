import { act, configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect } from 'vitest';
import App from '../../src/App.tsx';
import { ISLANDS } from '../../src/late.ts';
import { glossaryPart } from '../../src/panels/glossary/GlossaryDialog.tsx';
import { useCookieDraft, useLogDraft, useTokenDraft } from '../../src/panels/inspect/drafts.ts';
import { predictPart } from '../../src/panels/predict/Asking.tsx';
import { keyListPart } from '../../src/panels/shortcuts/Shortcuts.tsx';
import { usePredictions } from '../../src/player/asking/predictions.ts';
import { connectPlayer } from '../../src/player/connectPlayer.ts';
import { usePreferences } from '../../src/player/kept/preferences.ts';
import { useQuizProgress } from '../../src/player/kept/quizProgress.ts';
import { SCENARIO_IDS } from '../../src/player/runs/scenarioIds.ts';
import { useSelfCheck } from '../../src/player/runs/selfCheck.ts';
import { usePlayer } from '../../src/player/usePlayer.ts';
import { useWhatIf } from '../../src/player/whatIf/useWhatIf.ts';

// The whole page in every message would hide what went wrong.
configure({
  getElementError: (message) => new Error(message ?? 'not found'),
});

// happy-dom fires it for replaceState, which no browser does; being first, this keeps it to itself.
window.addEventListener('hashchange', (event) => event.stopImmediatePropagation());

let disconnect = () => {};

/** Takes the page away and forgets all but what is kept in storage and the address. */
export function leavePage() {
  disconnect();
  disconnect = () => {};
  const stores = [
    useWhatIf,
    usePlayer,
    usePreferences,
    useQuizProgress,
    usePredictions,
    useSelfCheck,
    useCookieDraft,
    useTokenDraft,
    useLogDraft,
  ];
  for (const store of stores) {
    (store.setState as (state: unknown, replace: true) => void)(store.getInitialState(), true);
  }
  delete document.documentElement.dataset.theme;
}

/** A visit that nothing is known about. */
export function forgetVisit() {
  leavePage();
  localStorage.clear();
  window.history.replaceState(null, '', '/');
}

type UserOptions = Parameters<typeof userEvent.setup>[0];

/** Opens the page at a hash as main.tsx does; returns its user and what ends the visit. */
export async function openPage(hash = '', options?: UserOptions) {
  leavePage();
  if (hash) window.history.replaceState(null, '', `/${hash}`);
  const user = userEvent.setup(options);
  await Promise.all(Object.values(ISLANDS).map((island) => island.wake()));
  await import('../../src/panels/questions/findQuestions.ts');
  await import('../../src/panels/header/scenarioTitles.ts');
  await Promise.all([keyListPart, glossaryPart, predictPart].map((part) => part.load()));
  ({ disconnect } = connectPlayer(
    {
      player: usePlayer,
      whatIf: useWhatIf,
      preferences: usePreferences,
      quiz: useQuizProgress,
      predictions: usePredictions,
    },
    window,
    SCENARIO_IDS.slice(1),
  ));
  const { unmount } = await act(async () => render(<App />, { onCaughtError: () => {} }));
  return { user, close: unmount };
}

export const table = () => screen.getByRole('table', { name: 'Execution table' });
export const tracker = () => screen.getByRole('table', { name: 'Variable tracker' });
export const region = (name: string) => screen.getByRole('region', { name });
export const slider = () => screen.getByRole('slider', { name: 'Step' });
export const status = (name: string) => screen.getByRole('status', { name });
export const button = (name: string | RegExp) => screen.getByRole('button', { name });

/** The rows of a table without its head, each as the texts of its cells. */
export const readRows = (element: HTMLElement) =>
  within(element)
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => textContent));

/** Expects a step on show: slider, table and playback agree. */
export function expectStep(step: number) {
  expect(slider()).toHaveValue(String(step));
  const current = table().querySelectorAll('[aria-current="step"]');
  expect(current).toHaveLength(step === 0 ? 0 : 1);
  if (step > 0) {
    const row = within(table())
      .getByRole('button', { name: `Go to step ${step}` })
      .closest('tr');
    expect(row).toBe(current[0]);
  }
}

/** Expects the hash of the address, which lags: browsers refuse too many writes. */
export const expectHash = (hash: string) => waitFor(() => expect(window.location.hash).toBe(hash));

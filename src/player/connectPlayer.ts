import { LATER_NOTICE, STORAGE_NOTICE, UNREADABLE_NOTICE } from '../lesson/texts/notices/page.ts';
import type { AddressBook } from './address/address.ts';
import { syncAddress } from './address/syncAddress.ts';
import { keepPredictions, type PredictionsStore } from './asking/predictions.ts';
import type { KeptFault } from './kept/keepStore.ts';
import { keepPreferences, keepQuiz } from './kept/keepStores.ts';
import type { PreferencesStore } from './kept/preferences.ts';
import type { QuizStore } from './kept/quizProgress.ts';
import { createSafeStorage } from './kept/storage.ts';
import { syncTheme } from './kept/theme.ts';
import { drainBootKeys, installKeys } from './keys/installKeys.ts';
import type { PlayerStore } from './player.ts';
import { toLastStep } from './position/cursor.ts';
import { syncView } from './position/syncView.ts';
import { startTimer } from './position/timer.ts';
import { toScenario } from './runs/toldRun.ts';
import { keepWhatIfs, type WhatIfStore } from './whatIf/whatIf.ts';

/** The page's stores. */
export interface Stores {
  readonly player: PlayerStore;
  readonly whatIf: WhatIfStore;
  readonly preferences: PreferencesStore;
  readonly quiz: QuizStore;
  readonly predictions: PredictionsStore;
}

/** Lists what can be addressed: the Scenario that comes with the page, and those that load later. */
function toAddressBook(player: PlayerStore, others: readonly string[]): AddressBook {
  const first = player.getInitialState().run;
  return {
    scenarios: [toScenario(first).id, ...others],
    lastStep: (scenarioId) => {
      const known = [player.getState().run, first].find((run) => toScenario(run).id === scenarioId);
      return known ? toLastStep(known) : Number.POSITIVE_INFINITY;
    },
  };
}

/**
 * Joins the stores to a window: storage, theme, address, keys, timer. The stores are changed after
 * their creation, so that hydration still finds what was prerendered. Returns what ends it all, and
 * when the picture of the address is there.
 */
export function connectPlayer(
  { player, whatIf, preferences, quiz, predictions }: Stores,
  window: Window,
  otherScenarios: readonly string[] = [],
): { readonly disconnect: () => void; readonly opened: Promise<void> } {
  const storage = createSafeStorage(
    () => window.localStorage,
    // In a frame it would stand over the stage, and nobody expects a course to remember by it.
    () => window.parent === window && player.getState().addNotice(STORAGE_NOTICE),
    window,
  );
  const report = (fault: KeptFault) =>
    player.getState().addNotice(fault === 'later' ? LATER_NOTICE : UNREADABLE_NOTICE);
  const stops = [
    keepWhatIfs(whatIf, player),
    keepPreferences(preferences, storage, report),
    syncTheme(preferences, window.document.documentElement),
    keepQuiz(quiz, storage, undefined, report),
    keepPredictions(predictions, storage, report),
  ];
  if (window.document.documentElement.dataset.embed === 'frame') {
    player.getState().setEmbedded('frame');
  }
  const address = syncAddress(player, toAddressBook(player, otherScenarios), window);
  stops.push(address.stop);
  stops.push(syncView(player, window.document.documentElement));
  stops.push(startTimer(player, window.document));
  let isConnected = true;
  // A key means the picture that the address names: until that is there, the boot script keeps it.
  void address.opened.then(() => {
    if (!isConnected) return;
    stops.push(installKeys(player, preferences, window));
    drainBootKeys(player, preferences, window);
  });
  const disconnect = () => {
    isConnected = false;
    for (const stop of stops) stop();
  };
  return { disconnect, opened: address.opened };
}

import type { Address, AddressBook } from './address.ts';
import { formatAddress, parseAddress } from './address.ts';
import { createAddressWriter } from './addressWriter.ts';
import { createAfterPaint } from './afterPaint.ts';
import { toLastStep } from './cursor.ts';
import type { PlayerStore } from './player.ts';
import type { Player } from './playerState.ts';
import { readStep } from './readStep.ts';

const toAddress = ({ trace, cursor, columns, runAddress }: Player): Address => ({
  scenarioId: trace.scenario.id,
  step: cursor,
  columns,
  run: runAddress,
});

/** Whether a hash names an element of the page (a skip link), not a picture. */
function isAnchor(hash: string, document: Document): boolean {
  if (hash.length < 2 || hash.includes('=')) return false;
  return document.getElementById(hash.slice(1)) !== null;
}

/**
 * Opens the picture that the address names, keeps the address at the picture on show, and follows
 * an address that is edited or linked to. Returns what ends it, and when the first picture shows.
 */
export function syncAddress(
  player: PlayerStore,
  book: AddressBook,
  window: Window,
  // Browsers take milliseconds to replace an address: not before the step is painted.
  later: (task: () => void) => void = createAfterPaint(),
): { readonly stop: () => void; readonly opened: Promise<void> } {
  const { location, document } = window;
  const writer = createAddressWriter(window);
  const toHash = (state: Player) => formatAddress(toAddress(state), book);
  let shownNotices: readonly number[] = [];
  let opening = false;

  const open = () => {
    const { scenarioId, step, columns, run, notices } = parseAddress(location.hash, book);
    const { addNotice, dismissNotice, setColumns, chooseScenario, openRun } = player.getState();
    opening = true;
    for (const id of shownNotices) dismissNotice(id);
    shownNotices = notices.map(addNotice);
    setColumns(columns);
    const opened = run === null ? chooseScenario(scenarioId, step) : openRun(scenarioId, run, step);
    opening = false;
    const { trace } = player.getState();
    const isAtHand = run === null && trace.scenario.id === scenarioId;
    return { step, opened, isAtHand };
  };
  // How long a run is shows when it is there.
  const tellPastEnd = (step: number) => {
    const { trace, addNotice } = player.getState();
    const notices = readStep(String(step), toLastStep(trace)).notices;
    if (Number.isFinite(step)) shownNotices = [...shownNotices, ...notices.map(addNotice)];
  };
  const forget = () => {
    later(() => {});
    writer.forget();
  };
  const write = () => writer.write(toHash(player.getState()));
  const follow = async () => {
    forget();
    if (isAnchor(location.hash, document)) return;
    const { step, opened, isAtHand } = open();
    if (isAtHand) return write();
    // What still loads is written when it shows: until then its address stays.
    const { hash } = location;
    const before = player.getState().trace;
    await opened;
    if (location.hash !== hash) return;
    if (player.getState().trace !== before) tellPastEnd(step);
    write();
  };

  const opened = location.hash === '' ? Promise.resolve() : follow();
  const unsubscribe = player.subscribe((now, before) => {
    const hash = toHash(now);
    if (!opening && hash !== toHash(before)) later(() => writer.write(hash));
  });
  const onHashChange = () => void follow();
  window.addEventListener('hashchange', onHashChange);
  const stop = () => {
    unsubscribe();
    window.removeEventListener('hashchange', onHashChange);
    forget();
  };
  return { stop, opened };
}

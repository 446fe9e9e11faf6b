import type { Address, AddressBook } from './address.ts';
import { formatAddress, parseAddress } from './address.ts';
import { createAddressWriter } from './addressWriter.ts';
import { createAfterPaint } from './afterPaint.ts';
import type { PlayerStore } from './player.ts';
import type { Player } from './playerState.ts';

const toAddress = ({ trace, cursor, columns }: Player): Address => ({
  scenarioId: trace.scenario.id,
  step: cursor,
  columns,
});

/** Whether a hash names an element of the page (a skip link), not a picture. */
function isAnchor(hash: string, document: Document): boolean {
  if (hash.length < 2 || hash.includes('=')) return false;
  return document.getElementById(hash.slice(1)) !== null;
}

/**
 * Opens the picture that the address names, keeps the address at the picture on show, and follows
 * an address that is edited or linked to. Returns what ends it.
 */
export function syncAddress(
  player: PlayerStore,
  book: AddressBook,
  window: Window,
  // Browsers take milliseconds to replace an address: not before the step is painted.
  later: (task: () => void) => void = createAfterPaint(),
): () => void {
  const { location, document } = window;
  const writer = createAddressWriter(window);
  const toHash = (state: Player) => formatAddress(toAddress(state), book);
  let shownNotices: readonly number[] = [];
  let opening = false;

  const open = () => {
    const { scenarioId, step, columns, notices } = parseAddress(location.hash, book);
    const { addNotice, dismissNotice, setColumns, chooseScenario } = player.getState();
    opening = true;
    for (const id of shownNotices) dismissNotice(id);
    shownNotices = notices.map(addNotice);
    setColumns(columns);
    void chooseScenario(scenarioId, step);
    opening = false;
    return player.getState().trace.scenario.id === scenarioId;
  };
  const forget = () => {
    later(() => {});
    writer.forget();
  };
  const follow = () => {
    forget();
    if (isAnchor(location.hash, document)) return;
    // A scenario that still loads is written when it shows: until then its address stays.
    if (open()) writer.write(toHash(player.getState()));
  };

  if (location.hash !== '') follow();
  const unsubscribe = player.subscribe((now, before) => {
    const hash = toHash(now);
    if (!opening && hash !== toHash(before)) later(() => writer.write(hash));
  });
  window.addEventListener('hashchange', follow);
  return () => {
    unsubscribe();
    window.removeEventListener('hashchange', follow);
    forget();
  };
}

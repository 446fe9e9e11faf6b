import { readInspection } from '../inspect/inspections.ts';
import type { PlayerStore } from '../player.ts';
import type { Player } from '../playerState.ts';
import { createAfterPaint } from '../position/afterPaint.ts';
import { toLastStep } from '../position/cursor.ts';
import { VIEWS } from '../position/views.ts';
import { toScenario } from '../runs/toldRun.ts';
import type { Address, AddressBook } from './address.ts';
import { formatAddress, parseAddress } from './address.ts';
import { createAddressWriter } from './addressWriter.ts';
import { readStep } from './readStep.ts';

const toAddress = ({
  run,
  cursor,
  columns,
  view,
  embedded,
  runAddress,
  predict,
  way,
  list,
  task,
}: Player): Address => ({
  scenarioId: toScenario(run).id,
  step: cursor,
  columns,
  view,
  embedded: embedded === 'asked',
  run: runAddress,
  predict,
  way,
  list,
  task,
});

/** The page that a way has open: another draw of the same chance is no other one. */
const toPage = (way: string | null) => (way ?? '').replace(/\.\d+$/, '');

/** Finds the element of the page that a hash names (a skip link, a part of Reference); `null` where it names a picture. */
function findAnchor(hash: string, document: Document): HTMLElement | null {
  if (hash.length < 2 || hash.includes('=')) return null;
  return document.getElementById(hash.slice(1));
}

export interface SyncOptions {
  /** Browsers take milliseconds to replace an address: not before the step is painted. */
  readonly later?: (task: () => void) => void;
}

/**
 * Opens the picture that the address names, keeps the address at the picture on show, and follows
 * an address that is edited or linked to. Returns what ends it, and when the first picture shows.
 */
export function syncAddress(
  player: PlayerStore,
  book: AddressBook,
  window: Window,
  { later = createAfterPaint() }: SyncOptions = {},
): { readonly stop: () => void; readonly opened: Promise<void> } {
  const { location, document } = window;
  const writer = createAddressWriter(window);
  const toHash = (state: Player) => formatAddress(toAddress(state), book);
  let shownNotices: readonly number[] = [];
  let opening = false;
  /** What was shown before another place was opened, until that is written. */
  let left: { readonly hash: string; readonly top: number } | null = null;
  const toPlace = (hash: string) => {
    const { scenarioId, view, way } = parseAddress(hash, book);
    return `${scenarioId} ${view} ${toPage(way)}`;
  };

  let holding: Promise<() => void> | null = null;
  /** Holds tasks from now on: what does so comes with the first of them, and where it does not all is shown. */
  const hold = () => {
    holding ??= import('../asking/holdTask.ts').then(
      ({ holdTask }) => holdTask(player, document.documentElement),
      () => () => {},
    );
    return holding;
  };

  const open = (wanted: string) => {
    const { scenarioId, step, columns, view, embedded, run, predict, way, list, task, notices } =
      parseAddress(wanted, book);
    const verbs = player.getState();
    const { addNotice, dismissNotice, chooseScenario, openRun } = verbs;
    opening = true;
    for (const id of shownNotices) dismissNotice(id);
    shownNotices = notices.map(addNotice);
    verbs.setColumns(columns);
    const { embedded: before } = verbs;
    // A small frame stays one.
    if (before !== 'frame') verbs.setEmbedded(embedded ? 'asked' : 'no');
    player.setState({ predict, way, list });
    const opened = run === null ? chooseScenario(scenarioId, step) : openRun(scenarioId, run, step);
    // A task is about the run that is coming, not about the one before.
    player.setState({ task });
    // A frame has the stage, and what is practised or pasted: of the other places nothing.
    const isFramed = player.getState().embedded !== 'no';
    verbs.setView(isFramed && view !== 'check' && !readInspection(way) ? 'walk' : view);
    opening = false;
    const isAtHand = run === null && toScenario(player.getState().run).id === scenarioId;
    return { step, opened, isAtHand };
  };
  /** Opens the place that an element is in, where it is in none that is open; the address stays its own. */
  const openAnchor = (anchor: HTMLElement) => {
    const places = anchor.closest<HTMLElement>('[data-place]')?.dataset.place?.split(' ') ?? [];
    const { view, setView } = player.getState();
    const place = VIEWS.find((one) => one === places[0]);
    if (place === undefined || places.includes(view)) return;
    opening = true;
    setView(place);
    opening = false;
    // Once it is laid out.
    window.requestAnimationFrame(() => anchor.scrollIntoView());
  };
  // How long a run is shows when it is there.
  const tellPastEnd = (step: number) => {
    const { run, addNotice } = player.getState();
    const notices = readStep(String(step), toLastStep(run)).notices;
    if (Number.isFinite(step)) shownNotices = [...shownNotices, ...notices.map(addNotice)];
  };
  const forget = () => {
    later(() => {});
    left = null;
    writer.forget();
  };
  // Steps replace their entry; another place, way or scenario begins one, so that Back returns from it.
  const write = () => {
    const hash = toHash(player.getState());
    const from = left;
    left = null;
    const place = toPlace(location.hash);
    if (from === null || toPlace(hash) === place) return writer.write(hash);
    // An address that did not come yet, or not at all, is left as it was asked for.
    writer.push(toPlace(from.hash) === place ? from.hash : location.hash, from.top, hash);
  };
  const follow = async (wanted: string) => {
    forget();
    const anchor = findAnchor(wanted, document);
    if (anchor) return openAnchor(anchor);
    const { hash } = location;
    // A task is held before it is seen.
    if (parseAddress(wanted, book).task) {
      await hold();
      if (location.hash !== hash) return;
    }
    const { step, opened, isAtHand } = open(wanted);
    if (isAtHand) return write();
    // What still loads is written when it shows: until then its address stays. What does not come is
    // kept there until something else is done, so that a reload asks for it again.
    const shown = await opened;
    if (location.hash !== hash || !shown) return;
    tellPastEnd(step);
    write();
  };

  const opened = location.hash === '' ? Promise.resolve() : follow(location.hash);
  const unsubscribe = player.subscribe((now, before) => {
    const hash = toHash(before);
    if (opening || hash === toHash(now)) return;
    const isSamePlace =
      now.view === before.view &&
      toPage(now.way) === toPage(before.way) &&
      toScenario(now.run).id === toScenario(before.run).id;
    if (!isSamePlace)
      // Whoever opens a place scrolls to its top, before the address is written.
      left ??= { hash, top: window.scrollY };
    later(write);
  });
  /** What the last popstate has followed: the hashchange that comes after it asks for the same. */
  let followed: string | null = null;
  const onPopState = ({ state }: PopStateEvent) => {
    followed = location.hash;
    void follow(followed);
    const { top } = (state ?? {}) as { readonly top?: unknown };
    if (typeof top !== 'number') return;
    window.scrollTo({ top });
    window.history.scrollRestoration = 'auto';
  };
  // A write that was due may have come between the change and this: the event knows what was asked for.
  const onHashChange = ({ newURL }: HashChangeEvent) => {
    const wanted = newURL ? new URL(newURL).hash : location.hash;
    if (wanted !== followed) void follow(wanted);
    followed = null;
  };
  window.addEventListener('popstate', onPopState);
  window.addEventListener('hashchange', onHashChange);
  const stop = () => {
    unsubscribe();
    void holding?.then((end) => end());
    window.removeEventListener('popstate', onPopState);
    window.removeEventListener('hashchange', onHashChange);
    forget();
  };
  return { stop, opened };
}

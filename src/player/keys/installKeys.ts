import type { PreferencesStore } from '../kept/preferences.ts';
import type { PlayerStore } from '../player.ts';
import { type Command, runCommand } from './command.ts';
import { type KeyPress, toCommand } from './toCommand.ts';
import { type KeyTarget, toKeyTarget } from './toKeyTarget.ts';

declare global {
  interface Window {
    /** Keys pressed before the page could answer; the boot script collects while this is an array. */
    __authtraceKeys?: unknown;
  }
}

/** A key that is held down goes on stepping, and does nothing else twice. */
const REPEATS: ReadonlySet<Command> = new Set<Command>(['next', 'previous']);

/** Finds the command of a key as the two stores stand now. */
function findCommand(
  press: KeyPress,
  target: KeyTarget,
  player: PlayerStore,
  preferences: PreferencesStore,
): Command | null {
  const { shortcutsOpen, shareOpen, term, presenting } = player.getState();
  const { singleKeys } = preferences.getState();
  const dialogOpen = shortcutsOpen || shareOpen || term !== null;
  return toCommand(press, { target, singleKeys, dialogOpen, presenting });
}

/** Answers keys on the whole page, keeping from the browser only those that are used. */
export function installKeys(
  player: PlayerStore,
  preferences: PreferencesStore,
  window: Window,
): () => void {
  const answer = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const command = findCommand(event, toKeyTarget(event.target), player, preferences);
    if (!command) return;
    event.preventDefault();
    if (event.repeat && !REPEATS.has(command)) return;
    // Who holds the key down wants to get somewhere.
    const asks = command === 'next' && !event.repeat && preferences.getState().asks === 'all';
    if (asks) player.getState().stepOn();
    else runCommand(player, command);
  };
  window.addEventListener('keydown', answer);
  return () => window.removeEventListener('keydown', answer);
}

/** Answers the keys that were pressed before there was a page to answer, and ends the collecting. */
export function drainBootKeys(
  player: PlayerStore,
  preferences: PreferencesStore,
  window: Window,
): void {
  const queue = window.__authtraceKeys;
  window.__authtraceKeys = undefined;
  if (!Array.isArray(queue)) return;
  for (const press of queue as unknown[]) {
    if (typeof press !== 'object' || press === null) continue;
    if (!('key' in press) || typeof press.key !== 'string') continue;
    const command = findCommand({ key: press.key }, 'page', player, preferences);
    if (command) runCommand(player, command);
  }
}

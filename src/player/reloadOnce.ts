import type { PlayerStore } from './player.ts';
import { usePlayer } from './usePlayer.ts';

/** Where it is kept which version of the page has been loaded anew already. */
const RELOADED_KEY = 'authtrace.reloaded';

/** Resolves to whether the server of the page answers, by asking for its icon as if for the first time. */
const doesServerAnswer = ({ document, Image }: Window & typeof globalThis): Promise<boolean> =>
  new Promise((resolve) => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (!icon) return resolve(false);
    const image = new Image();
    image.onload = () => resolve(true);
    image.onerror = () => resolve(false);
    image.src = `${icon.href}?${Date.now()}`;
  });

/** Notes that a version is loaded anew; `false` when it was before, or nothing can be noted. */
function noteReload({ sessionStorage }: Window, version: string): boolean {
  try {
    if (sessionStorage.getItem(RELOADED_KEY) === version) return false;
    sessionStorage.setItem(RELOADED_KEY, version);
    return true;
  } catch {
    return false;
  }
}

/**
 * Loads the page anew, for a part of it that does not come however often it is asked for: after a
 * deploy the parts have other names. Once for each version, only while the server answers, and not
 * where a run would be lost that no address can hold.
 */
export async function loadAnew(window: Window & typeof globalThis, player: PlayerStore) {
  const { original, runAddress } = player.getState();
  const version = window.document.querySelector<HTMLLinkElement>('#page-module')?.href;
  if (!version || (original && runAddress === null)) return;
  if ((await doesServerAnswer(window)) && noteReload(window, version)) window.location.reload();
}

/** Loads this page anew, as `loadAnew` says. */
export const reloadOnce = (): void => void loadAnew(window, usePlayer);

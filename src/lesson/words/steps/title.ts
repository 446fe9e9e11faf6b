import type { Step } from '../../read/moment.ts';
import { hasTwoServers } from '../../read/server/servers.ts';
import { nameBrowser } from '../../texts/browserNames.ts';
import { isAttackersBrowser, isFirstBrowser } from '../../told/actorIds.ts';
import { nameServer } from '../names.ts';

/** Names a step by where it happens, where there are two servers. */
export const sayPlace = ({ session }: Step, title: string): string =>
  hasTwoServers(session) ? `${title}, ${nameServer(session)}` : title;

/** Names a step that is about a browser by which one, when that is not the user's first. */
export const sayOf = ({ session: { browser } }: Step, title: string): string =>
  isFirstBrowser(browser) ? title : `${title}, ${nameBrowser(browser)}`;

/**
 * Names a step that anybody with a browser can do: by who does it, in which browser and at which
 * server, where those are not the first ones.
 */
export function sayTitle(
  step: Step,
  { user, attacker }: { readonly user: string; readonly attacker: string },
): string {
  const isAttackers = isAttackersBrowser(step.session.browser);
  return sayPlace(step, isAttackers ? attacker : sayOf(step, user));
}

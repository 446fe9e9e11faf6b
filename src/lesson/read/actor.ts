import type { Action, ActionOf } from '../../sim/action.ts';
import { CLIENT, SERVER } from '../../sim/actors.ts';
import { isAttackersBrowser } from '../told/actorIds.ts';

/** Who does what a step is about. */
export type Actor =
  | { readonly who: 'nobody' | 'time' | 'operator' }
  /** The user, in one of their browsers. */
  | { readonly who: 'user'; readonly client: string }
  /** The attacker: in a browser of its own like anybody, or with its own means. */
  | { readonly who: 'attacker'; readonly means: AttackerMeans }
  /** A page of another site, open in the user's browser. */
  | { readonly who: 'otherSite'; readonly deed: ActionOf<'crossSite'> }
  /** A foreign script inside the page. */
  | { readonly who: 'script'; readonly mode: ActionOf<'injectScript'>['mode'] };

export type AttackerMeans =
  | 'browser'
  | 'theft'
  | 'planting'
  | 'copy'
  | 'forgery'
  | 'tampering'
  | 'refreshToken';

/** By its own means, whatever browser is named; `refresh` only with a stolen token. */
const MEANS: Readonly<Partial<Record<Action['type'], AttackerMeans>>> = {
  steal: 'theft',
  plant: 'planting',
  replay: 'copy',
  forge: 'forgery',
  tamper: 'tampering',
};

const readClient = (action: Action): string =>
  'client' in action ? (action.client ?? CLIENT) : CLIENT;

/** Reads who acts in a step, from its Action; `null` is the start. */
export function readActor(action: Action | null): Actor {
  if (action === null) return { who: 'nobody' };
  const means = MEANS[action.type];
  if (means !== undefined) return { who: 'attacker', means };
  switch (action.type) {
    case 'login':
    case 'request':
    case 'logout':
    case 'logoutEverywhere':
    case 'changePassword':
    case 'forget':
    case 'back':
    case 'leave':
    case 'startSlow':
    case 'finishSlow':
    case 'refreshTwice':
    case 'refresh': {
      const client = readClient(action);
      if (!isAttackersBrowser(client)) return { who: 'user', client };
      return { who: 'attacker', means: action.type === 'refresh' ? 'refreshToken' : 'browser' };
    }
    case 'crossSite':
      return { who: 'otherSite', deed: action };
    case 'injectScript':
      return { who: 'script', mode: action.mode };
    case 'wait':
      return { who: 'time' };
    case 'end':
      return { who: 'nobody' };
    default:
      return { who: 'operator' };
  }
}

/** Reads the browser that an Action is about: the one that acts, else the user's first. */
export function readBrowser(action: Action | null): string {
  return action === null ? CLIENT : readClient(action);
}

/** Reads the server that an Action goes to or happens at; the first one where nothing says otherwise. */
export function readServerId(action: Action | null): string {
  return action !== null && 'server' in action ? (action.server ?? SERVER) : SERVER;
}

/** Tells whether what an actor sends comes from a machine of the attacker's. */
export const actsFromOutside = (actor: Actor): boolean =>
  actor.who === 'attacker' &&
  ['browser', 'planting', 'copy', 'forgery', 'refreshToken'].includes(actor.means);

import type { Action, ActionOf, ActionType } from '../../../sim/action.ts';
import { formatDuration } from '../../page/format.ts';
import { isApp, isAttackersBrowser, isFirstBrowser, isSecondServer } from '../../told/actorIds.ts';
import { nameBrowser } from '../browserNames.ts';

const UNTIL = {
  token: 'the token expires',
  record: 'the store’s record expires',
  cookie: 'the browser’s cookie expires',
} as const;
const PARTS = {
  sid: 'a bit of the session ID',
  signature: 'a bit of the signature',
  payload: 'the user in the payload',
  lastLetter: 'the last letter',
} as const;
const FORGERIES = {
  unsigned: 'without a signature (alg none)',
  otherSecret: 'with another secret',
  leakedSecret: 'with the leaked secret',
  otherAlgorithm: 'with HS512',
} as const;
const PLANT_WAYS = {
  script: '',
  subdomain: ' from a subdomain',
  path: ' with a longer Path',
  http: ' over plain http',
} as const;
const SITES = { evil: 'another site', sibling: 'a sibling subdomain' } as const;
const LEAVINGS = {
  reload: 'Reload the page',
  tab: 'Close the tab and come back',
  browser: 'Close the browser and come back, no tabs restored',
} as const;
const ROTATIONS = {
  add: 'New secret, the old one still verifies',
  retire: 'Retire the old secrets',
  replace: 'New secret, the old one gone',
} as const;

const toServer = (server?: string) => (isSecondServer(server) ? ' at server B' : '');
/** Says in whose browser something is done, when it is not the user's first one. */
export function sayBrowser(client?: string): string {
  if (client === undefined || isFirstBrowser(client)) return '';
  if (isAttackersBrowser(client)) return ' as the attacker';
  return client.startsWith('client') || isApp(client)
    ? ` in the ${nameBrowser(client)}`
    : ` on the ${nameBrowser(client)}`;
}

/** Says the same of a login: with which browser. */
const toMeans = (client?: string): string =>
  client === undefined || isFirstBrowser(client) || isAttackersBrowser(client)
    ? sayBrowser(client)
    : ` with the ${nameBrowser(client)}`;

const LABELS: { readonly [T in ActionType]: (action: ActionOf<T>) => string } = {
  login: ({ password, old, client, server }) =>
    `Log in${old ? ' with the old password' : password === undefined ? '' : ' with a wrong password'}${toMeans(client)}${toServer(server)}`,
  request: ({ target = '/profile', client, server }) =>
    `Request ${target}${sayBrowser(client)}${toServer(server)}`,
  logout: ({ client, server }) => `Log out${sayBrowser(client)}${toServer(server)}`,
  logoutEverywhere: ({ client, server }) =>
    `Log out everywhere${client === undefined ? '' : `, asked${sayBrowser(client)}`}${toServer(server)}`,
  changePassword: ({ client, server }) =>
    `Change the password${sayBrowser(client)}${toServer(server)}`,
  wait: ({ seconds = 0, until }) =>
    `Wait ${until === undefined ? formatDuration(seconds) : `until ${UNTIL[until]}`}`,
  end: () => 'End',
  restart: ({ server }) => (isSecondServer(server) ? 'Restart server B' : 'Restart the server'),
  forget: ({ client }) => `Log out on the client only${sayBrowser(client)}`,
  startSlow: ({ client, server }) =>
    `Ask for a slow report${sayBrowser(client)}${toServer(server)}`,
  finishSlow: ({ client }) => `The slow report is ready${sayBrowser(client)}`,
  refreshTwice: ({ client, server }) =>
    `Refresh the token twice at once, as two tabs do${sayBrowser(client)}${toServer(server)}`,
  storeOutage: ({ over }) => (over ? 'The session store is back' : 'The session store goes down'),
  leave: ({ how, client }) => `${LEAVINGS[how]}${sayBrowser(client)}`,
  back: ({ client }) => `Press Back, to the profile page${sayBrowser(client)}`,
  steal: ({ client }) =>
    `Steal the credential${client === undefined ? '' : ` that is${sayBrowser(client)}`}`,
  replay: ({ target = '/profile', server, what }) =>
    what
      ? `Use the stolen refresh token as an access token for ${target}${toServer(server)}`
      : `Use the attacker’s copy for ${target}${toServer(server)}`,
  tamper: ({ part }) => `Change ${PARTS[part]}`,
  forge: ({ how }) =>
    how === 'otherService'
      ? 'Use a credential of another service with the same secret'
      : `Forge a credential ${FORGERIES[how]}`,
  injectScript: ({ mode }) =>
    mode === 'read'
      ? 'Inject a script that reads storage'
      : 'Inject a script that makes a transfer',
  crossSite: ({ vehicle, from = 'evil' }) =>
    `${vehicle === 'link' ? 'Follow a link' : vehicle === 'form' ? 'Post a form' : 'Fetch'} from ${SITES[from]}`,
  plant: ({ invented, by = 'script' }) =>
    `Plant ${invented ? 'an invented' : 'the attacker’s'} cookie${PLANT_WAYS[by]}`,
  rotateSecret: ({ how }) => ROTATIONS[how],
  ban: () => 'Ban the user',
  demote: () => 'Take the role admin away',
  refresh: ({ client, server }) =>
    isAttackersBrowser(client)
      ? `Use the stolen refresh token${toServer(server)}`
      : `Refresh the token${sayBrowser(client)}${toServer(server)}`,
};

/** Returns what an Action is called where it can be chosen. */
export const toActionLabel = <T extends ActionType>(action: ActionOf<T>): string =>
  LABELS[action.type](action);

const readClient = (action: Action): string | undefined =>
  'client' in action ? action.client : undefined;

/** Tells whether the user does it in the browser that the first login is in, without naming that. */
const isUnnamed = (action: Action): boolean =>
  FROM_A_BROWSER.has(action.type) && readClient(action) === undefined;

const FROM_A_BROWSER: ReadonlySet<ActionType> = new Set([
  ...['login', 'request', 'logout', 'logoutEverywhere', 'changePassword', 'leave', 'refresh'],
] as const);

/** Says of two servers which of them it happens at: which one starts anew, or learns of a secret, decides who is left. */
function sayOfTwo(action: Action): string | null {
  if (action.type === 'restart') return isSecondServer(action.server) ? null : 'Restart server A';
  return action.type === 'rotateSecret' ? `${toActionLabel(action)}, at both servers` : null;
}

/**
 * Returns what the Actions of a run are called. Where the user has further browsers, the first one is
 * named as well: which of them logs out decides who is left.
 */
export function toActionLabels(actions: readonly Action[], isOfTwo: boolean): readonly string[] {
  const isShared = actions.some((action) => {
    const client = readClient(action);
    return client !== undefined && !isFirstBrowser(client) && !isAttackersBrowser(client);
  });
  return actions.map((action) => {
    const ofTwo = isOfTwo ? sayOfTwo(action) : null;
    if (ofTwo !== null) return ofTwo;
    const label = toActionLabel(action);
    return isShared && isUnnamed(action) ? `${label}, in the first browser` : label;
  });
}

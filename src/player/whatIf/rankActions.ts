import type { ActionMoment } from '../../lesson/texts/actions/actionReasons.ts';
import type { Action, ActionOf, ActionType } from '../../sim/action.ts';
import type { Settings } from '../../sim/settings.ts';

/** What an Action is judged by: what else is offered, and what was done before. */
interface Facts extends ActionMoment {
  /** Somebody holds what a server may let in: the user, or the attacker. */
  readonly alive: boolean;
  /** Something was changed, and the attacker's copy has not been tried since. */
  readonly untried: boolean;
  readonly settings: Settings;
}

/**
 * What an Action is to the next one: it asks and so shows what was changed, tries what an attacker
 * has, gives or ends a copy, or changes what only the next request shows.
 */
const EFFECTS: { readonly [T in ActionType]: 'asks' | 'tries' | 'copies' | 'changes' | null } = {
  login: 'asks',
  request: 'asks',
  end: 'asks',
  replay: 'tries',
  tamper: 'tries',
  forge: 'tries',
  steal: 'copies',
  logout: 'copies',
  wait: 'changes',
  restart: 'changes',
  storeOutage: 'changes',
  rotateSecret: 'changes',
  ban: 'changes',
  demote: 'changes',
  leave: 'changes',
  forget: 'changes',
  plant: 'changes',
  changePassword: 'changes',
  logoutEverywhere: 'changes',
  back: null,
  startSlow: null,
  finishSlow: null,
  refresh: null,
  refreshTwice: null,
  injectScript: null,
  crossSite: null,
};

const FORGED = {
  unsigned: 52,
  leakedSecret: 46,
  otherService: 45,
  otherSecret: 24,
  otherAlgorithm: 22,
} as const;
const TAMPERED = { payload: 49, sid: 26, signature: 21, lastLetter: 18 } as const;
const ROTATED = { replace: 50, retire: 30, add: 20 } as const;
const LEFT = { browser: 44, reload: 42, tab: 15 } as const;

/** Whether cookies go along with what another site starts. */
const crosses = ({ session: { sameSite }, token: { keptIn } }: Settings) =>
  sameSite === 'none' || (sameSite === null && keptIn === 'cookie');

/** How much each Action tells, of 100: whether the lanes will part, and whether one asks for it now. */
const SCORES: {
  readonly [T in ActionType]: (action: ActionOf<T>, facts: Facts) => number;
} = {
  login: ({ password, old, client, server }, { loggedIn }) => {
    if (password !== undefined) return loggedIn ? 5 : 54;
    if (old) return 65;
    if (client !== undefined || server !== undefined) return 28;
    return loggedIn ? 10 : 98;
  },
  request: ({ target, client, server }, { unseen, loggedIn }) => {
    if (client !== undefined) return 16;
    if (unseen) return server === undefined ? (target === undefined ? 99 : 97) : 98;
    if (server !== undefined) return 74;
    return target === undefined ? (loggedIn ? 30 : 60) : 53;
  },
  logout: ({ client, server }, { stolen }) =>
    client !== undefined || server !== undefined ? 20 : stolen ? 86 : 45,
  logoutEverywhere: (_, { stolen }) => (stolen ? 62 : 34),
  changePassword: (_, { stolen }) => (stolen ? 64 : 36),
  forget: () => 43,
  back: (_, { loggedIn }) => (loggedIn ? 14 : 63),
  leave: ({ how }) => LEFT[how],
  startSlow: () => 27,
  finishSlow: () => 85,
  refresh: ({ client }, { unseen }) => (client === undefined ? (unseen ? 96 : 55) : 88),
  refreshTwice: () => 48,
  wait: ({ until }, { alive }) =>
    until === undefined ? 9 : !alive ? 8 : until === 'token' ? 70 : 40,
  end: () => 0,
  steal: (_, { stolen }) => (stolen ? 6 : 94),
  replay: ({ server, what }, { untried }) =>
    (untried ? 100 : 25) - (server === undefined ? 0 : 12) - (what === undefined ? 0 : 14),
  tamper: ({ part }) => TAMPERED[part],
  forge: ({ how }) => FORGED[how],
  injectScript: ({ mode }) => (mode === 'read' ? 66 : 39),
  crossSite: ({ vehicle, from }, { settings }) =>
    (crosses(settings) ? 46 : 6) + (vehicle === 'form' ? 32 : 8) - (from === 'sibling' ? 4 : 0),
  plant: ({ by = 'script' }, { loggedIn }) => (by === 'script' ? 68 : loggedIn ? 23 : 19),
  rotateSecret: ({ how }, { alive }) => (alive ? ROTATED[how] : 4),
  restart: ({ server }, { alive, settings }) =>
    !alive ? 7 : settings.session.store === 'persistent' ? 33 : server === undefined ? 76 : 72,
  storeOutage: ({ over }, { alive }) => (over ? 82 : alive ? 71 : 13),
  ban: (_, { alive }) => (alive ? 73 : 12),
  demote: (_, { alive }) => (alive ? 75 : 11),
};

const scoreAction = <T extends ActionType>(action: ActionOf<T>, facts: Facts): number =>
  SCORES[action.type](action, facts);

/** What only one of is among the first: a second one would tell much the same. */
function toFamily(action: Action): string {
  if (action.type === 'login' && action.password !== undefined) return 'wrong-password';
  return 'client' in action && action.client !== undefined
    ? `${action.type}-by-another`
    : action.type;
}

type Effect = (typeof EFFECTS)[ActionType];

/** Finds out whether an Action with one effect was done after the last one with any of others. */
const isSince = (done: readonly Action[], what: Effect, seen: readonly Effect[]) =>
  done.findLastIndex(({ type }) => EFFECTS[type] === what) >
  done.findLastIndex(({ type }) => seen.includes(EFFECTS[type]));

function readFacts(offered: readonly Action[], done: readonly Action[], settings: Settings): Facts {
  const has = (type: ActionType) => offered.some((action) => action.type === type);
  const [stolen, loggedIn] = [has('replay'), has('logout')];
  return {
    settings,
    stolen,
    loggedIn,
    alive: stolen || loggedIn,
    unseen: isSince(done, 'changes', ['asks']),
    untried: !isSince(done, 'tries', ['copies', 'changes']),
  };
}

/** How many Actions come first. */
export const FIRST_ACTIONS = 5;

/** An Action that tells much now, and the moment that makes it so. */
export interface TellingAction {
  readonly action: Action;
  readonly moment: ActionMoment;
}

/**
 * Returns the Actions that tell most in a state, the best first: those after which the lanes part,
 * and those that show what the last one has changed. `done` is the run up to there.
 */
export function rankActions(
  offered: readonly Action[],
  done: readonly Action[],
  settings: Settings,
): readonly TellingAction[] {
  const facts = readFacts(offered, done, settings);
  const written = new Set(done.map((action) => JSON.stringify(action)));
  const judged = offered.map((action) => {
    const score = scoreAction(action, facts);
    // Once more it tells less, unless it is there to show a change.
    const again = score < 90 && written.has(JSON.stringify(action));
    return { action, score: again ? score / 2 : score };
  });
  judged.sort((a, b) => b.score - a.score);
  const families = new Set<string>();
  const first: TellingAction[] = [];
  for (const { action } of judged) {
    const family = toFamily(action);
    if (families.has(family)) continue;
    families.add(family);
    first.push({ action, moment: facts });
    if (first.length === FIRST_ACTIONS) break;
  }
  return first;
}

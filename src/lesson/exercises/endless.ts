import type { Action, ActionType } from '../../sim/action.ts';
import type { SettingsChange } from '../../sim/scenarios/toScenarios.ts';
import type { Settings } from '../../sim/settings.ts';
import type { Which } from '../told/question.ts';
import { startRandom } from './random.ts';

/** How hard a random challenge is. */
export const LEVELS = [1, 2, 3] as const;
export type Level = (typeof LEVELS)[number];

/** What makes a level hard: how much is done between login and question, of which kinds, under how many changed settings. */
export interface Difficulty {
  readonly actions: number;
  readonly kinds: readonly ActionType[];
  readonly settings: number;
}

/** What the user and time do; what keeps somebody in twice, as it is asked of runs in which not all is over. */
const EVERYDAY = [
  ...['request', 'restart', 'leave', 'restart', 'leave'],
  ...['wait', 'wait', 'logout', 'forget'],
] as const satisfies readonly ActionType[];
const THEFT = [...EVERYDAY, 'steal', 'steal', 'replay', 'logoutEverywhere'] as const;

export const DIFFICULTIES: Readonly<Record<Level, Difficulty>> = {
  1: { actions: 2, kinds: EVERYDAY, settings: 1 },
  2: { actions: 3, kinds: THEFT, settings: 1 },
  3: {
    actions: 4,
    kinds: [...THEFT, 'changePassword', 'rotateSecret', 'ban', 'demote', 'demote'],
    settings: 2,
  },
};

/** A wait that ends everything leaves nothing to ask: it is short, or one of the two outlives it. */
const leavesSomething = (action: Action, isUneven: boolean) =>
  action.type !== 'wait' || action.seconds === 60 || (isUneven && action.until === 'token');

/** Tells whether a session and a token do not end together. */
const isUnevenBy = ({ session, token }: SettingsChange) =>
  session?.lifetime === null || session?.dataIn === 'cookie' || token?.lifetime !== undefined;

/** Settings that decide who gets in, each of one thing. */
export const CHANGES: readonly SettingsChange[] = [
  { session: { store: 'persistent' } },
  { session: { dataIn: 'cookie' } },
  { session: { destroyAtLogout: false } },
  { session: { clearCookieAtLogout: false } },
  { session: { lifetime: null } },
  { session: { rolling: true } },
  { session: { endAllAtPasswordChange: true } },
  { token: { denyList: true } },
  { token: { comparesIat: true } },
  { token: { keptIn: 'memory' } },
  { token: { lifetime: 60 } },
  { secretAtBoot: 'random' },
  { second: {} },
  { user: { role: 'admin' } },
];

/** A random challenge: which it is and how hard. */
export interface Endless {
  readonly level: Level;
  readonly seed: number;
}

/** Writes it for an address, e.g. `random.2.17`. */
export const formatEndless = ({ level, seed }: Endless): string => `random.${level}.${seed}`;

/** Reads it from any text; `null` for what is none. */
export function parseEndless(text: string): Endless | null {
  const [, levelText, seedText] = /^random\.([0-9])\.(0|[1-9][0-9]{0,9})$/.exec(text) ?? [];
  const level = LEVELS.find((one) => String(one) === levelText);
  const seed = Number(seedText);
  return level && seed <= 0xffff_ffff ? { level, seed } : null;
}

/** Draws from a list, each as likely as any other. @throws RangeError for an empty one. */
function draw<T>(random: () => number, from: readonly T[]): T {
  const drawn = from[Math.floor(random() * from.length)];
  if (drawn === undefined) throw new RangeError('nothing to draw from');
  return drawn;
}

/** Everything that chance decides in a challenge, in the order in which it has to be asked. */
export interface EndlessDraw {
  /** Each changes something else. */
  readonly changes: readonly SettingsChange[];
  /** Draws what is done next of what can be done, by the kinds of the level. */
  drawNext(possible: readonly Action[]): Action;
  /** Draws whose request decides: the thief's where there is a copy, mostly; and where it goes. */
  drawLast(hasCopy: boolean, settings: Settings): Action;
}

/** How many runs are tried for one that ends as it should: most random ones end with nobody let in. */
export const MOST_TRIES = 4;

/** What a challenge should come to: the rarest most often, and never nobody, who comes often enough. */
const WANTED: readonly Which[] = ['session', 'session', 'token', 'both', 'both'];

/** Draws what a challenge should come to. */
export const drawWanted = ({ seed }: Endless): Which => draw(startRandom(seed), WANTED);

/** Starts a challenge; the same for the same seed and try. */
export function startEndless({ level, seed }: Endless, attempt: number): EndlessDraw {
  const random = startRandom((seed * MOST_TRIES + attempt) * LEVELS.length + level);
  const { kinds, settings } = DIFFICULTIES[level];
  const left = [...CHANGES];
  const changes = Array.from({ length: settings }, () => {
    const change = draw(random, left);
    left.splice(left.indexOf(change), 1);
    return change;
  });
  const isUneven = changes.some(isUnevenBy);
  return {
    changes,
    drawNext: (possible) => {
      const own = possible.filter(
        (action) =>
          kinds.includes(action.type) &&
          leavesSomething(action, isUneven) &&
          !('target' in action) &&
          !('what' in action),
      );
      const kind = draw(
        random,
        kinds.filter((one) => own.some(({ type }) => type === one)),
      );
      const action = draw(
        random,
        own.filter(({ type }) => type === kind),
      );
      return { ...action, fold: true };
    },
    drawLast: (hasCopy, { second, user }) => {
      const type = hasCopy && random() < 0.8 ? 'replay' : 'request';
      // What has two servers, or a page for some alone, asks about that.
      if (second) return { type, server: 'server2', fold: true };
      return user.role && type === 'request'
        ? { type, target: '/admin', fold: true }
        : { type, fold: true };
    },
  };
}

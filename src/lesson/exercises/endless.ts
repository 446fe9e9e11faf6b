import type { Action, ActionOf, ActionType } from '../../sim/action.ts';
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
    kinds: [...THEFT, 'changePassword', 'rotateSecret', 'ban', 'ban', 'ban', 'demote'],
    settings: 2,
  },
};

/** A wait that ends everything leaves nothing to ask: it is short, or one of the two outlives it. */
const leavesSomething = (action: Action, isUneven: boolean) =>
  action.type !== 'wait' || action.seconds === 60 || (isUneven && action.until === 'token');

/** Tells whether a session and a token do not end together. */
const isUnevenBy = ({ session, token }: SettingsChange) =>
  session?.lifetime === null ||
  session?.rolling === true ||
  session?.dataIn === 'cookie' ||
  token?.lifetime !== undefined;

/** What of an Action has to be as it is said here. */
type Need = Partial<Action> & { readonly type: ActionType };

/** A setting that decides who gets in, of one thing. */
export interface TellingChange {
  readonly change: SettingsChange;
  /** What has to be done, in this order, so that the setting tells: one of these ways. Without any the last request tells. */
  readonly needs?: readonly (readonly Need[])[];
}

const RESTART: Need = { type: 'restart' };
const STEAL: Need = { type: 'steal' };
const LOGOUT: Need = { type: 'logout' };
const NEW_PASSWORD: Need = { type: 'changePassword' };
const MINUTE: Need = { type: 'wait', seconds: 60 };
const UNTIL_EXP: Need = { type: 'wait', until: 'token' };

export const CHANGES: readonly TellingChange[] = [
  { change: { session: { store: 'persistent' } }, needs: [[RESTART]] },
  { change: { session: { dataIn: 'cookie' } }, needs: [[RESTART], [STEAL, LOGOUT]] },
  { change: { session: { destroyAtLogout: false } }, needs: [[STEAL, LOGOUT]] },
  { change: { session: { clearCookieAtLogout: false } }, needs: [[LOGOUT]] },
  {
    change: { session: { lifetime: null } },
    needs: [[{ type: 'leave', how: 'browser' }], [UNTIL_EXP]],
  },
  {
    change: { session: { rolling: true } },
    needs: [[MINUTE, { type: 'request' }, UNTIL_EXP]],
  },
  { change: { session: { endAllAtPasswordChange: true } }, needs: [[STEAL, NEW_PASSWORD]] },
  { change: { token: { denyList: true } }, needs: [[STEAL, LOGOUT]] },
  {
    change: { token: { comparesIat: true } },
    needs: [
      [STEAL, NEW_PASSWORD],
      [STEAL, { type: 'logoutEverywhere' }],
    ],
  },
  { change: { token: { keptIn: 'memory' } }, needs: [[{ type: 'leave' }]] },
  { change: { token: { lifetime: 60 } }, needs: [[MINUTE]] },
  { change: { secretAtBoot: 'random' }, needs: [[RESTART]] },
  { change: { second: {} } },
  { change: { user: { role: 'admin' } }, needs: [[{ type: 'demote' }], []] },
];

/** Lists the ways in which a level has all that a setting needs, in as many Actions as are left. */
const listWays = ({ needs = [[]] }: TellingChange, { kinds }: Difficulty, left: number) =>
  needs.filter((way) => way.length <= left && way.every(({ type }) => kinds.includes(type)));

const meets = (action: Action, need: Need) =>
  Object.entries(need).every(([name, value]) =>
    Object.entries(action).some(([own, is]) => own === name && is === value),
  );

/** Tells whether some Actions have all that a setting needs to tell; one that needs nothing tells always, and of none in particular. */
export const isMeantFor = ({ needs = [] }: TellingChange, actions: readonly Action[]): boolean =>
  needs.some((way) => way.every((need) => actions.some((action) => meets(action, need))));

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
export const MOST_WANTED = 10;

/** How many are tried for one in which each setting tells, however it ends. */
export const MOST_TRIES = 40;

/** What a challenge should come to: never nobody, who comes often enough. */
const WANTED: readonly Which[] = ['session', 'token', 'both'];

/** Draws what a challenge should come to. */
export const drawWanted = ({ seed }: Endless): Which => draw(startRandom(seed), WANTED);

/** Draws settings of a level, and what has to be done so that each of them tells. */
function drawChanges(random: () => number, level: Difficulty) {
  const changes: SettingsChange[] = [];
  const needs: Need[] = [];
  let left = [...CHANGES];
  while (changes.length < level.settings) {
    const room = level.actions - needs.length;
    left = left.filter((one) => listWays(one, level, room).length > 0);
    const drawn = draw(random, left);
    left.splice(left.indexOf(drawn), 1);
    changes.push(drawn.change);
    const way = draw(random, listWays(drawn, level, room));
    // What two settings need is done once.
    needs.push(...way.filter((need) => !needs.includes(need)));
  }
  return { changes, needs };
}

/** What asks for a page is what the challenge ends in: before that it would tell nothing. */
const ASKING: readonly ActionType[] = ['request', 'replay'];

/** What brings a credential that no copy is of yet. */
const RENEWING: readonly ActionType[] = ['changePassword'];

/** Starts a challenge; the same for the same seed and try. */
export function startEndless({ level, seed }: Endless, attempt: number): EndlessDraw {
  const random = startRandom((seed * MOST_TRIES + attempt) * LEVELS.length + level);
  const difficulty = DIFFICULTIES[level];
  const { kinds } = difficulty;
  const { changes, needs } = drawChanges(random, difficulty);
  const isUneven = changes.some(isUnevenBy);
  let before: ActionType | null = null;
  let hasNewest = false;
  let left = difficulty.actions;
  return {
    changes,
    drawNext: (possible) => {
      const own = possible.filter(
        (action) =>
          kinds.includes(action.type) &&
          // The same twice in a row tells nothing that once does not.
          action.type !== before &&
          !(hasNewest && action.type === 'steal') &&
          !(left === 1 && ASKING.includes(action.type)) &&
          leavesSomething(action, isUneven) &&
          !('target' in action) &&
          !('what' in action),
      );
      const [need] = needs;
      const needed = need ? own.filter((action) => meets(action, need)) : [];
      const isNow = needed.length > 0 && random() < needs.length / left;
      const from = isNow ? needed : own;
      const kind = draw(
        random,
        kinds.filter((one) => from.some(({ type }) => type === one)),
      );
      const action = draw(
        random,
        from.filter(({ type }) => type === kind),
      );
      if (need && meets(action, need)) needs.shift();
      before = kind;
      hasNewest = kind === 'steal' || (hasNewest && !RENEWING.includes(kind));
      left -= 1;
      return { ...action, fold: true };
    },
    drawLast: (hasCopy, { second, user }) => {
      // What has two servers, or a page for some alone, asks about that.
      const asked: Pick<ActionOf<'request'>, 'server' | 'fold'> = {
        ...(second ? { server: 'server2' } : {}),
        fold: true,
      };
      if (user.role) return { type: 'request', target: '/admin', ...asked };
      return { type: hasCopy && random() < 0.8 ? 'replay' : 'request', ...asked };
    },
  };
}

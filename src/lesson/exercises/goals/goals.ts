import type { Deed } from '../deeds.ts';
import type { Goal } from './goal.ts';
import {
  inOneBrowser,
  inOrder,
  isForgery,
  isKeyChange,
  isLogin,
  isLoginIn,
  isLogout,
  isOwn,
  isPasswordChange,
  isPlant,
  isReplay,
  isRestart,
  isScript,
  isUse,
  LANES,
  opensIn,
  opensInBoth,
  refusesIn,
  refusesInBoth,
} from './goal.ts';

/** The same request of the thief, at the same server. */
const isSameReplay = (a: Deed, b: Deed) =>
  JSON.stringify({ ...a.action, fold: 0 }) === JSON.stringify({ ...b.action, fold: 0 });

/** The copy opened something, and later does not, though its time is not over. */
const stops = (deeds: readonly Deed[], lane: 'session' | 'token') =>
  deeds.some(
    (first, i) =>
      isReplay(first) &&
      opensIn(first, lane) &&
      deeds
        .slice(i + 1)
        .some(
          (later) =>
            isSameReplay(first, later) &&
            refusesIn(later, lane) &&
            later[lane].failure !== null &&
            !['tokenExpired', 'sessionExpired'].includes(later[lane].failure),
        ),
  );

const isAt = (server: string, test: (deed: Deed) => boolean) => (deed: Deed) =>
  deed.server === server && test(deed);

const isOpenReplay = (deed: Deed) => isReplay(deed) && opensInBoth(deed);
const isRefusedReplay = (deed: Deed) => isReplay(deed) && refusesInBoth(deed);

const isForeignForm = ({ action }: Deed) =>
  action.type === 'crossSite' && action.vehicle !== 'link' && action.from !== 'sibling';

/** What there is to bring about, the easiest first. */
export const GOALS = {
  'only-token': {
    scenarioId: 'login-to-logout',
    par: 1,
    means: [{ action: { type: 'restart' }, after: 'login' }],
    isReached: (deeds) =>
      deeds.some((d) => isOwn(d) && opensIn(d, 'token') && refusesIn(d, 'session')),
  },
  'survive-restart': {
    scenarioId: 'restart-memory-store',
    par: 1,
    means: [{ setting: 'store' }],
    isReached: (deeds) =>
      inOneBrowser(deeds, [isLogin, isRestart, (d) => isOwn(d) && opensInBoth(d)], isLogin),
  },
  'closed-browser': {
    scenarioId: 'closed-browser-session-cookie',
    par: 1,
    means: [{ setting: 'browserSession' }],
    isReached: (deeds) =>
      inOneBrowser(
        deeds,
        [
          isLogin,
          ({ action }) => action.type === 'leave' && action.how === 'browser',
          (d) => isOwn(d) && opensInBoth(d),
        ],
        isLogin,
      ),
  },
  'token-stops': {
    scenarioId: 'stolen-then-logout',
    par: 1,
    means: [{ setting: 'denyList' }],
    isReached: (deeds) => stops(deeds, 'token'),
  },
  'forged-in': {
    scenarioId: 'alg-none',
    par: 1,
    means: [{ setting: 'verifier' }],
    isReached: (deeds) => deeds.some((d) => isForgery(d) && opensIn(d, 'token')),
  },
  fixation: {
    scenarioId: 'fixation-with-regenerate',
    par: 1,
    means: [{ setting: 'regenerate' }],
    isReached: (deeds) =>
      inOrder(
        deeds,
        [isPlant, isLogin, (d) => isReplay(d) && opensIn(d, 'session')],
        ({ action }) => ['steal', 'injectScript'].includes(action.type),
      ),
  },
  'keys-in-peace': {
    scenarioId: 'rotation-secret-list',
    par: 1,
    means: [{ setting: 'kid' }],
    isReached: (deeds) =>
      inOneBrowser(deeds, [isLogin, isKeyChange, (d) => isOwn(d) && opensInBoth(d)], isLogin),
  },
  'restart-ends-both': {
    scenarioId: 'restart-persistent-store',
    par: 2,
    means: [{ setting: 'store' }, { setting: 'secretAtBoot' }],
    isReached: (deeds) =>
      inOneBrowser(
        deeds,
        [
          (d) => isOwn(d) && opensInBoth(d),
          isRestart,
          (d) => isOwn(d) && refusesInBoth(d) && LANES.every((lane) => d[lane].idle === null),
        ],
        (d) => isLogout(d) || ['wait', 'forget', 'leave', 'rotateSecret'].includes(d.action.type),
      ),
  },
  'after-logout': {
    scenarioId: 'login-to-logout',
    par: 2,
    means: [
      { action: { type: 'steal' }, after: 'login' },
      { action: { type: 'replay' }, after: 'logout' },
    ],
    isReached: (deeds) =>
      LANES.some((lane) =>
        inOneBrowser(
          deeds,
          [(d) => isLoginIn(d, lane), isLogout, (d) => isUse(d) && opensIn(d, lane)],
          isLogin,
        ),
      ),
  },
  'only-session': {
    scenarioId: 'login-to-logout',
    par: 2,
    means: [{ setting: 'keptIn' }, { action: { type: 'leave', how: 'reload' }, after: 'login' }],
    isReached: (deeds) =>
      deeds.some((d) => isOwn(d) && opensIn(d, 'session') && refusesIn(d, 'token')),
  },
  'own-form-only': {
    scenarioId: 'csrf-samesite-none',
    par: 2,
    means: [{ setting: 'sameSite' }, { action: { type: 'request' }, after: 'crossSite' }],
    isReached: (deeds) =>
      inOrder(
        deeds,
        [(d) => isForeignForm(d) && refusesInBoth(d), (d) => isOwn(d) && opensInBoth(d)],
        isLogin,
      ),
  },
  'empty-handed': {
    scenarioId: 'xss-local-storage',
    par: 2,
    means: [{ setting: 'keptIn' }, { action: { type: 'request' }, after: 'injectScript' }],
    isReached: (deeds) =>
      inOrder(
        deeds,
        [(d) => isScript(d) && refusesInBoth(d), (d) => isOwn(d) && opensInBoth(d)],
        isLogin,
      ),
  },
  'thief-out': {
    scenarioId: 'password-changed',
    par: 3,
    means: [
      { action: { type: 'replay' }, after: 'steal' },
      { setting: 'endAllAtPasswordChange' },
      { setting: 'comparesIat' },
    ],
    isReached: (deeds) =>
      inOrder(deeds, [isOpenReplay, isPasswordChange, isRefusedReplay], ({ action }) =>
        ['wait', 'logout', 'logoutEverywhere', 'restart'].includes(action.type),
      ),
  },
  'two-servers': {
    scenarioId: 'two-servers-shared-store',
    par: 4,
    means: [
      { setting: 'denyList' },
      { action: { type: 'replay' }, after: 'steal' },
      { action: { type: 'replay' }, after: 'logout' },
    ],
    isReached: (deeds) =>
      ['server', 'server2'].every((server) =>
        inOrder(
          deeds,
          [isAt(server, isOpenReplay), isLogout, isAt(server, isRefusedReplay)],
          ({ action }) => ['wait', 'restart', 'rotateSecret'].includes(action.type),
        ),
      ),
  },
} as const satisfies Readonly<Record<string, Goal>>;

export type GoalId = keyof typeof GOALS;

export const GOAL_IDS = Object.keys(GOALS) as readonly GoalId[];

import type { Action, ActionType } from '../../../sim/action.ts';
import type { Strategy } from '../../../sim/strategy.ts';
import type { SettingName } from '../../texts/settings/settingWords.ts';
import { isKeptOut, isLetIn } from '../../told/tone.ts';
import type { Deed, LaneDeed } from '../deeds.ts';

/** What a run is changed by: a setting, or an Action that is put in where another one is over. */
export type Means =
  | { readonly setting: SettingName }
  | { readonly action: Action; readonly after: ActionType };

/** Something to bring about in a run of one's own. */
export interface Goal {
  /** The Scenario to begin at. Any other run counts as well. */
  readonly scenarioId: string;
  /** The fewest changes of that Scenario that are known to reach it. */
  readonly par: number;
  /** What is changed where it is reached at par, in the order in which one would. */
  readonly means: readonly Means[];
  /** Tells whether a run has reached it, by what was done and what that came to alone. */
  readonly isReached: (deeds: readonly Deed[]) => boolean;
}

type Test = (deed: Deed) => boolean;

export const LANES: readonly Strategy[] = ['session', 'token'];

/** Tells of a lane whether it let in what was done, or refused it. */
export const opensIn = (deed: Deed, lane: Strategy): boolean => isLetIn(deed[lane].tone);
export const refusesIn = (deed: Deed, lane: Strategy): boolean => isKeptOut(deed[lane].tone);
export const opensInBoth = (deed: Deed): boolean => LANES.every((lane) => opensIn(deed, lane));
export const refusesInBoth = (deed: Deed): boolean => LANES.every((lane) => refusesIn(deed, lane));

const isOf =
  (...types: readonly Action['type'][]) =>
  ({ action }: Deed): boolean =>
    types.includes(action.type);

/** Tells of a lane whether it did what it was asked for, where that lets nobody in. */
const does = ({ failure, idle }: LaneDeed) => failure === null && idle === null;

/** A login that was let in; in a lane, or in either. */
export const isLoginIn = (deed: Deed, lane: Strategy): boolean =>
  isOf('login')(deed) && !deed.isAttackers && does(deed[lane]);
export const isLogin = (deed: Deed): boolean => LANES.some((lane) => isLoginIn(deed, lane));
export const isLogout = (deed: Deed): boolean =>
  isOf('logout', 'logoutEverywhere')(deed) && !deed.isAttackers;
export const isOwn = (deed: Deed): boolean => isOf('request')(deed) && !deed.isAttackers;
export const isReplay: (deed: Deed) => boolean = isOf('replay');
/** A token that the server has never signed: made, or changed in more than how its bytes are written. */
export const isForgery = ({ action }: Deed): boolean =>
  action.type === 'forge' || (action.type === 'tamper' && action.part !== 'lastLetter');
/** Whatever a server answers by the credential that it has given out to the user: the user’s own request, a thief’s, another site’s, a script’s. */
export const isUse = (deed: Deed): boolean =>
  isOwn(deed) ||
  isReplay(deed) ||
  isOf('crossSite')(deed) ||
  (deed.action.type === 'injectScript' && deed.action.mode === 'ride');
export const isRestart: (deed: Deed) => boolean = isOf('restart');
export const isScript: (deed: Deed) => boolean = isOf('injectScript');
export const isPlant: (deed: Deed) => boolean = isOf('plant');
export const isPasswordChange = (deed: Deed): boolean =>
  isOf('changePassword')(deed) && !deed.isAttackers && LANES.every((lane) => does(deed[lane]));
export const isKeyChange: (deed: Deed) => boolean = isOf('rotateSecret');

/**
 * Tells whether things came to pass one after the other, in this order, with whatever else in
 * between, except what `never` names.
 */
export function inOrder(
  deeds: readonly Deed[],
  tests: readonly Test[],
  never: Test = () => false,
  from = 0,
  begun = false,
): boolean {
  const [first, ...rest] = tests;
  if (!first) return true;
  for (let i = from; i < deeds.length; i += 1) {
    const deed = deeds[i] as Deed;
    if (first(deed) && inOrder(deeds, rest, never, i + 1, true)) return true;
    if (begun && never(deed)) return false;
  }
  return false;
}

/** Tells the same of what was done with one browser, and with what was copied from it: which one does not matter. */
export function inOneBrowser(
  deeds: readonly Deed[],
  tests: readonly Test[],
  never?: Test,
): boolean {
  return deeds.some(
    ({ browser }, i) =>
      browser !== null &&
      deeds.findIndex((one) => one.browser === browser) === i &&
      inOrder(
        deeds.filter((one) => one.browser === null || one.browser === browser),
        tests,
        never,
      ),
  );
}

import type { ActionOf, ActionType } from '../../../sim/action.ts';
import { isAttackersBrowser } from '../../told/actorIds.ts';

/** What was done before, as far as it decides what an Action is worth now. */
export interface ActionMoment {
  readonly loggedIn: boolean;
  /** An attacker has a copy. */
  readonly stolen: boolean;
  /** Something was changed, and nobody has asked for a page since. */
  readonly unseen: boolean;
}

type Reason<T extends ActionType> = (action: ActionOf<T>, moment: ActionMoment) => string;

const WAITED = {
  token: 'Does its end also end the session?',
  record: 'What ends when nobody uses it?',
  cookie: 'Who ends it: the browser or the server?',
} as const;
const LEFT = {
  reload: 'Does the login survive a reload?',
  tab: 'Does the login survive a closed tab?',
  browser: 'Does it survive the end of the browser?',
} as const;
const TAMPERED = {
  sid: 'Does a changed ID still find a record?',
  signature: 'Is a changed signature noticed?',
  payload: 'Can one name oneself another user?',
  lastLetter: 'Does every last letter count?',
} as const;
const FORGED = {
  unsigned: 'Is it believed without a signature?',
  otherSecret: 'Does it matter which secret signed it?',
  leakedSecret: 'What is a leaked secret worth?',
  otherAlgorithm: 'Is another algorithm accepted?',
  otherService: 'Does the server ask whom it is for?',
} as const;
const CROSSED = {
  link: 'Is a foreign link followed as the user?',
  form: 'Is a foreign form sent as the user?',
  fetch: 'Is a foreign fetch sent as the user?',
} as const;
const ROTATED = {
  add: 'Does anybody notice the change?',
  retire: 'What was signed before: is it out?',
  replace: 'Who is logged out by a new secret?',
} as const;

/** Questions, so that none of them tells the answer; short enough for one line of a narrow drawer. */
const REASONS: { readonly [T in ActionType]: Reason<T> } = {
  login: ({ password, old, client, server }, { loggedIn }) => {
    if (password !== undefined) return 'What does a failed login leave behind?';
    if (old) return 'Is the old password still good?';
    if (client !== undefined) return 'Two logins: does one disturb the other?';
    if (server !== undefined) return 'A login there: does it hold here?';
    return loggedIn
      ? 'Does it replace the login before?'
      : 'Where is each credential made and kept?';
  },
  request: ({ target, client, server }, { unseen, loggedIn }) => {
    if (client !== undefined) return 'What does that browser get?';
    if (unseen) return 'Who is let in after the last change?';
    if (server !== undefined) return 'Does the other server know this login?';
    if (target === '/admin') return 'Where does the server read the role?';
    return loggedIn
      ? 'What goes along, and what is checked?'
      : 'What does a request without a login get?';
  },
  logout: ({ client, server }, { stolen }) => {
    if (client !== undefined || server !== undefined) return 'Does a logout there end it here?';
    return stolen ? 'Does the stolen copy end with it?' : 'What is left of it afterwards?';
  },
  logoutEverywhere: (_, { stolen }) =>
    stolen ? 'Does it reach the stolen copy?' : 'Which of the two can the server end?',
  changePassword: (_, { stolen }) =>
    stolen ? 'Does a new password shut the thief out?' : 'Does a new password end old logins?',
  forget: () => 'The server is not told: does it notice?',
  back: (_, { loggedIn }) =>
    loggedIn ? 'Does the browser ask, or show its copy?' : 'Does the browser still show the page?',
  leave: ({ how }) => LEFT[how],
  startSlow: () => 'What if a logout comes before the answer?',
  finishSlow: () => 'What does its late end still change?',
  refreshTwice: () => 'Can the server tell tabs from a thief?',
  refresh: ({ client }, { unseen }) => {
    if (isAttackersBrowser(client)) return 'Does anybody notice that it is stolen?';
    return unseen
      ? 'Does it still bring a new access token?'
      : 'How does a short-lived token go on?';
  },
  wait: ({ until }) => (until === undefined ? 'What does time alone change?' : WAITED[until]),
  end: () => 'What is left at the end?',
  steal: (_, { stolen }) =>
    stolen ? 'Is a newer copy worth more?' : 'What would end a stolen copy?',
  replay: ({ server, what }) => {
    if (what !== undefined) return 'Is it taken for an access token?';
    return server === undefined ? 'Is the copy still let in?' : 'Does the other server let it in?';
  },
  tamper: ({ part }) => TAMPERED[part],
  forge: ({ how }) => FORGED[how],
  injectScript: ({ mode }) =>
    mode === 'read'
      ? 'Can a script get at the credential?'
      : 'Does a script need to read it at all?',
  crossSite: ({ vehicle }) => CROSSED[vehicle],
  plant: (_, { loggedIn }) =>
    loggedIn ? 'Does it push the real cookie aside?' : 'Will a login make that ID the user’s?',
  rotateSecret: ({ how }) => ROTATED[how],
  restart: () => 'Who is still logged in afterwards?',
  storeOutage: ({ over }) =>
    over ? 'Who gets in again?' : 'Who needs the store, and who does not?',
  ban: () => 'Which server looks the user up, and when?',
  demote: () => 'Which of the two goes on as admin?',
};

/** Says why an Action is worth a try now, in one short line. */
export const sayReason = <T extends ActionType>(
  action: ActionOf<T>,
  moment: ActionMoment,
): string => REASONS[action.type](action, moment);

import type { ClientId, ServerId } from './actors.ts';
import type { Target } from './http/target.ts';

/** Which browser asks, and which of the servers behind the address gets it; the first of each when left out. */
interface Route {
  readonly client?: ClientId;
  readonly server?: ServerId;
}

interface LogIn extends Route {
  readonly type: 'login';
  /** What is typed into the form; the right password when left out. */
  readonly password?: string;
  /** Types the password that was right before the last change. */
  readonly old?: boolean;
}

interface RequestPage extends Route {
  readonly type: 'request';
  readonly target?: Target;
}

interface LogOut extends Route {
  readonly type: 'logout';
}

/** Logs the user out in all browsers and on all devices, as far as the servers can. */
interface LogOutEverywhere extends Route {
  readonly type: 'logoutEverywhere';
}

/** The user changes the password, for which the old one has to be shown once more. */
interface ChangePassword extends Route {
  readonly type: 'changePassword';
}

export const WAIT_UNTIL = ['token', 'record', 'cookie'] as const;
/** Lets time pass: so many seconds, or until what the client holds expires (nothing, if it holds none). */
interface Wait {
  readonly type: 'wait';
  readonly seconds?: number;
  readonly until?: (typeof WAIT_UNTIL)[number];
}

interface End {
  readonly type: 'end';
}

/** The session store outside of the servers is down from now on; `over`: it is back. */
interface StoreOutage {
  readonly type: 'storeOutage';
  readonly over?: boolean;
}

/** The server's process ends and starts anew. */
interface Restart {
  readonly type: 'restart';
  readonly server?: ServerId;
}

/** Somebody at one of the user's browsers presses Back, to the profile page; the first one when left out. */
interface GoBack {
  readonly type: 'back';
  readonly client?: ClientId;
}

/** One of the user's browsers asks for a report, which takes long: it is let in now and answered by `finishSlow`. */
interface StartSlow extends Route {
  readonly type: 'startSlow';
}

/** The report is ready that a browser has waited for the longest; the user's first one when left out. */
interface FinishSlow {
  readonly type: 'finishSlow';
  readonly client?: ClientId;
}

/** Two tabs of one browser trade in the same refresh token at once. */
interface RefreshTwice extends Route {
  readonly type: 'refreshTwice';
}

export const LEAVINGS = ['reload', 'tab', 'browser'] as const;
/** The user reloads the page, or closes the tab or the browser and comes back; in the first browser when left out. */
interface Leave {
  readonly type: 'leave';
  readonly how: (typeof LEAVINGS)[number];
  readonly client?: ClientId;
}

/** One of the user's browsers throws its credential away and tells nobody; the first when left out. */
interface Forget {
  readonly type: 'forget';
  readonly client?: ClientId;
}

/** The attacker gets a copy of the credential of one of the user's browsers; the first when left out. */
interface Steal {
  readonly type: 'steal';
  readonly client?: ClientId;
}

/** The attacker sends a request with what it has stolen. */
interface Replay {
  readonly type: 'replay';
  readonly server?: ServerId;
  readonly target?: Target;
  /** `refreshToken`: the stolen refresh token, sent as if it were an access token; the credential when left out. */
  readonly what?: 'refreshToken';
}

export const TAMPER_PARTS = ['sid', 'signature', 'payload', 'lastLetter'] as const;
/** Somebody sends a request with an altered copy of the client's credential. */
interface Tamper {
  readonly type: 'tamper';
  readonly part: (typeof TAMPER_PARTS)[number];
}

export const FORGERIES = [
  'unsigned',
  'otherSecret',
  'leakedSecret',
  'otherAlgorithm',
  'otherService',
] as const;
/**
 * The attacker makes a credential of its own: without signature (`alg` none), with a secret of its
 * own, with the one that the first server had at the start, signed rightly with HS512, or by another
 * service that has the same secret.
 */
interface Forge {
  readonly type: 'forge';
  readonly how: (typeof FORGERIES)[number];
}

export const SCRIPT_MODES = ['read', 'ride'] as const;
/** A foreign script runs in the page: it reads what it can and sends it away, or makes a transfer from within. */
interface InjectScript {
  readonly type: 'injectScript';
  readonly mode: (typeof SCRIPT_MODES)[number];
}

export const VEHICLES = ['link', 'form', 'fetch'] as const;
export const FOREIGN_SITES = ['evil', 'sibling'] as const;
/** Another page makes the user's browser send a request: a link to the profile, a form or fetch that posts a transfer. */
interface CrossSite {
  readonly type: 'crossSite';
  readonly vehicle: (typeof VEHICLES)[number];
  /** A site of the attacker's, or a subdomain of the same site; `evil` when left out. */
  readonly from?: (typeof FOREIGN_SITES)[number];
}

export const PLANT_WAYS = ['script', 'subdomain', 'path', 'http'] as const;
export type PlantWay = (typeof PLANT_WAYS)[number];
/** The attacker sets a session cookie in the user's browser: one that the server gave it, or an invented one. */
interface Plant {
  readonly type: 'plant';
  readonly invented?: boolean;
  /**
   * By a script of the page, by one on a subdomain with Domain, by a script with a longer Path, or in
   * an answer over plain http; `script` when left out. The browser decides whether it takes it.
   */
  readonly by?: PlantWay;
}

export const ROTATIONS = ['add', 'retire', 'replace'] as const;
/** New secret: `add` keeps the old ones for verifying, `retire` drops those, `replace` does both at once. */
interface RotateSecret {
  readonly type: 'rotateSecret';
  readonly how: (typeof ROTATIONS)[number];
}

interface Ban {
  readonly type: 'ban';
}

/** The user loses the role `admin`. */
interface Demote {
  readonly type: 'demote';
}

/** Trades a refresh token for a new pair. The attacker uses the one that it stole. */
interface Refresh extends Route {
  readonly type: 'refresh';
}

type AnyAction =
  | LogIn
  | RequestPage
  | LogOut
  | LogOutEverywhere
  | ChangePassword
  | Wait
  | End
  | Restart
  | StoreOutage
  | GoBack
  | Leave
  | StartSlow
  | FinishSlow
  | RefreshTwice
  | Forget
  | Steal
  | Replay
  | Tamper
  | Forge
  | InjectScript
  | CrossSite
  | Plant
  | RotateSecret
  | Ban
  | Demote
  | Refresh;

/** What somebody does. `fold: true` shows all phases of the Action as one Step. */
export type Action = AnyAction & { readonly fold?: boolean };
export type ActionType = Action['type'];
/** The Action of a type. As a mapped type, so that `TABLE[action.type](action)` compiles without a cast. */
export type ActionOf<T extends ActionType> = {
  readonly [K in T]: { readonly type: K } & Extract<Action, { readonly type: K }>;
}[T];

export { PHASES, STEP_KINDS, type StepKind, toStepKinds, VISITS, type Visit } from './stepKind.ts';

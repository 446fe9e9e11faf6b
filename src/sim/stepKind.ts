import type { Action, ActionType } from './action.ts';

/** The phases in which each Action runs, the same in both lanes; each is one Step unless folded. */
export const PHASES = {
  login: ['login.request', 'login.verify', 'login.create', 'login.respond', 'login.store'],
  request: ['request.send', 'request.verify', 'request.respond'],
  logout: ['logout.request', 'logout.cleanup'],
  logoutEverywhere: ['logout.everywhere'],
  changePassword: ['password.change'],
  wait: ['wait.pass'],
  end: ['end.rest'],
  restart: ['restart.boot'],
  storeOutage: ['outage.change'],
  forget: ['forget.drop'],
  back: ['back.show'],
  leave: ['leave.drop'],
  startSlow: ['slow.start'],
  finishSlow: ['slow.finish'],
  refreshTwice: ['tabs.send', 'tabs.first', 'tabs.second'],
  steal: ['steal.copy'],
  replay: ['replay.send', 'replay.verify', 'replay.respond'],
  tamper: ['tamper.send', 'tamper.verify', 'tamper.respond'],
  forge: ['forge.send', 'forge.verify', 'forge.respond'],
  injectScript: ['inject.read'],
  crossSite: ['crossSite.send', 'crossSite.verify', 'crossSite.respond'],
  plant: ['plant.place'],
  rotateSecret: ['rotate.change'],
  ban: ['ban.mark'],
  demote: ['demote.mark'],
  refresh: ['refresh.send', 'refresh.verify', 'refresh.respond'],
} as const satisfies Record<ActionType, readonly string[]>;

/** The phases of a script that sends a request, instead of `inject.read`. */
export const RIDE_PHASES = ['ride.send', 'ride.verify', 'ride.respond'] as const;

/** Requests that differ in who sends them and with what; the server does the same for each. */
export const VISITS = ['request', 'replay', 'tamper', 'forge', 'crossSite', 'ride'] as const;
export type Visit = (typeof VISITS)[number];

const FOLDS = [
  'login',
  'request',
  'logout',
  'refresh',
  ...VISITS.slice(1),
  'refreshTwice',
] as const;

type PhaseKind = (typeof PHASES)[ActionType][number] | (typeof RIDE_PHASES)[number];
type WholeKind = `${'login' | 'logout' | 'refresh' | 'refreshTwice' | Visit}.whole`;

/** Names what a Step is about; the words are looked up by it. `x.whole` is a folded Action. */
export type StepKind = 'start' | PhaseKind | WholeKind;

/** Every StepKind there is, for tables and tests that must cover them all. */
export const STEP_KINDS: readonly StepKind[] = [
  'start',
  ...Object.values(PHASES).flat(),
  ...RIDE_PHASES,
  ...FOLDS.map((name) => `${name}.whole` as WholeKind),
];

/** Returns the kinds of the Steps that an Action adds to a Trace, in order. */
export function toStepKinds(action: Action): readonly StepKind[] {
  const rides = action.type === 'injectScript' && action.mode === 'ride';
  const phases: readonly PhaseKind[] = rides ? RIDE_PHASES : PHASES[action.type];
  if (!action.fold || phases.length === 1) return phases;
  return [`${rides ? 'ride' : action.type}.whole` as WholeKind];
}

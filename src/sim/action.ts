import type { HttpMethod } from './http/request.ts';

interface LogIn {
  readonly type: 'login';
  /** What is typed into the form; the Scenario's own password when left out. */
  readonly password?: string;
}

interface RequestPage {
  readonly type: 'request';
  readonly method?: HttpMethod;
  readonly target?: string;
}

interface LogOut {
  readonly type: 'logout';
}

interface Wait {
  readonly type: 'wait';
  readonly seconds: number;
}

interface End {
  readonly type: 'end';
}

/** What somebody does. `fold: true` shows all phases of the Action as one Step. */
export type Action = (LogIn | RequestPage | LogOut | Wait | End) & { readonly fold?: boolean };
export type ActionType = Action['type'];
export type ActionOf<T extends ActionType> = Extract<Action, { readonly type: T }>;

/** The phases in which each Action runs, the same in both lanes; each is one Step unless folded. */
export const PHASES = {
  login: ['login.request', 'login.verify', 'login.create', 'login.respond', 'login.store'],
  request: ['request.send', 'request.verify', 'request.respond'],
  logout: ['logout.request', 'logout.cleanup'],
  wait: ['wait.pass'],
  end: ['end.rest'],
} as const satisfies Record<ActionType, readonly string[]>;

type PhaseKind = (typeof PHASES)[ActionType][number];

/** Names what a Step is about; the words are looked up by it. `x.whole` is a folded Action. */
export type StepKind = 'start' | PhaseKind | 'login.whole' | 'request.whole' | 'logout.whole';

/** Every StepKind there is, for tables and tests that must cover them all. */
export const STEP_KINDS: readonly StepKind[] = [
  'start',
  ...Object.values(PHASES).flat(),
  'login.whole',
  'request.whole',
  'logout.whole',
];

/** Returns the kinds of the Steps that an Action adds to a Trace, in order. */
export function toStepKinds(action: Action): readonly StepKind[] {
  const phases: readonly PhaseKind[] = PHASES[action.type];
  if (!action.fold || phases.length === 1) return phases;
  return [`${action.type}.whole` as StepKind];
}

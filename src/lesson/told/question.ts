import type { Action } from '../../sim/action.ts';
import type { Strategy } from '../../sim/strategy.ts';
import type {
  CountsTelling,
  RunTelling,
  StepTelling,
  Telling,
  Tone,
  Variable,
} from '../telling.ts';
import { listAsked } from './askedSteps.ts';
import { isLetIn, isVerdict } from './tone.ts';

/** Which of the two lets something in, or has something. */
export const WHICH = ['both', 'session', 'token', 'nobody'] as const;
export type Which = (typeof WHICH)[number];

/** What is asked for: which lanes let something in or keep something, or what a cell will hold. */
export type Subject = WhichSubject | CellSubject;

/** `left`: in which of them a credential that was given out would still be accepted. */
export interface WhichSubject {
  readonly about: 'entry' | 'password' | 'left';
}

/**
 * `step`: what a step is called, which both lanes do in their own ways; `count`: what a lane has cost
 * up to a step; `words`: what is asked in words of its own, of several runs.
 */
export type CellSubject =
  | {
      readonly about: 'count';
      readonly lane: Strategy;
      readonly count: keyof CountsTelling;
    }
  | { readonly about: 'step' }
  | { readonly about: 'words'; readonly question: string }
  | { readonly about: 'variable'; readonly variable: Variable }
  | { readonly about: 'cell'; readonly lane: Strategy };

/** What is asked for at the step that is asked about, and how often that was and will be. */
export interface AskedRequest {
  /** `back`: the browser has the page, or asks for it; `other`: it is no page of the user's own. */
  readonly by: 'user' | 'back' | 'other';
  /** Target of the page, e.g. `/profile`. */
  readonly target: string;
  /** The browser that asks; without one it is the user's first. */
  readonly client: string | undefined;
  /** How often that browser asks for this page before, and after. */
  readonly before: number;
  readonly after: number;
  /** How many Actions of its own kind are around: of several attacks the question says which. */
  readonly sameBefore: number;
  readonly sameAfter: number;
}

/** By what a step is known where none are numbered. */
export interface NamedStep {
  readonly title: string;
  /** What the step before it is called; empty at the start. */
  readonly before: string;
  /** What is done in it; `null` at the start. */
  readonly action: Action | null;
  /** How many session stores there are. */
  readonly stores: number;
}

/** What is asked before a step of a run. */
export interface Question {
  readonly subject: Subject;
  /** The step before which it is asked. */
  readonly step: number;
  /** The step that holds the answer: the same, or a later one of the same Action. */
  readonly answeredAt: number;
  /** Somebody else than the user wants in. */
  readonly isAttack: boolean;
  readonly request: AskedRequest;
  readonly named: NamedStep;
  /** Two to four, all different, one of them right: a `Which`, or the text of a cell. */
  readonly options: readonly string[];
  readonly right: string;
}

/** What the walk asks for before each of its steps that ask. */
const WALK_SUBJECTS: Readonly<Record<number, Subject>> = {
  3: { about: 'variable', variable: 'sessionStore' },
  6: { about: 'cell', lane: 'token' },
  7: { about: 'cell', lane: 'token' },
  9: { about: 'left' },
  10: { about: 'cell', lane: 'token' },
  11: { about: 'entry' },
};

const ENTRY: Subject = { about: 'entry' };
const MOST_TEXTS = 3;
/** What is longer is nothing to choose between at a glance. */
export const MOST_LETTERS = 60;

/** What the other lane has in a variable's place. */
const COUNTERPARTS: Readonly<Record<Variable, Variable>> = {
  sessionStore: 'token',
  sessionStoreB: 'token',
  sessionCookie: 'token',
  token: 'sessionCookie',
};

const other = (lane: Strategy): Strategy => (lane === 'session' ? 'token' : 'session');

/** Names which of the lanes something is so in. */
export const toWhich = (session: boolean, token: boolean): Which => {
  if (session && token) return 'both';
  if (session) return 'session';
  return token ? 'token' : 'nobody';
};

const getsIn = (told: StepTelling, lane: Strategy) => isLetIn(told[lane].answer.tone);

/** Tells whether somebody was answered in a step: neither a check alone nor the end of a run is an answer. */
export const isTried = ({ kind, session, token }: StepTelling) =>
  !kind.endsWith('.verify') &&
  kind !== 'end.rest' &&
  [session, token].some(({ answer }) => isVerdict(answer.tone));

const keepsPassword = ({ holders }: StepTelling, lane: Strategy) =>
  holders.some(
    ({ item, lanes, places }) =>
      item === 'Password' && lanes.includes(lane) && places.some((place) => place !== 'wire'),
  );

const stillOpens = (told: StepTelling, lane: Strategy) => {
  const { client, browsers, ghost, outsider } = told[lane].stage;
  const kept = [client, ...browsers].flatMap((one) => one.kept);
  const copies = [...kept, ...(ghost ? [ghost] : []), ...(outsider?.things ?? [])];
  return copies.some(({ refused }) => !refused);
};

const IS_SO: Readonly<
  Record<WhichSubject['about'], (told: StepTelling, lane: Strategy) => boolean>
> = { entry: getsIn, password: keepsPassword, left: stillOpens };

/** Whether one text says what the other says, or more: it could be right as well. */
export const saysSame = (one: string, another: string) => {
  const [a, b] = [one.toLowerCase(), another.toLowerCase()];
  return a.includes(b) || b.includes(a);
};

/** Keeps the right text and up to two others, of which none says what it says; in an order that tells nothing. */
function toTexts(right: string, others: readonly string[]): readonly string[] {
  const texts = [right];
  for (const text of others) {
    if (texts.length === MOST_TEXTS) break;
    const isShort = text !== '' && text.length <= MOST_LETTERS;
    if (isShort && !texts.some((known) => saysSame(known, text))) texts.push(text);
  }
  return texts.sort();
}

/** Lists the steps of a run by how near they are to one of them, the one before first. */
export const listNear = (step: number, lastStep: number) =>
  Array.from({ length: lastStep + 1 }, (_, i) => i)
    .filter((one) => one !== step)
    .sort((a, b) => Math.abs(a - step) - Math.abs(b - step) || a - b);

export const isWhich = (subject: Subject): subject is WhichSubject => subject.about in IS_SO;

/** Reads what a step has in the place that is asked for, then what the other lane has there. */
export function readTexts(
  { title, variables, row, counts }: StepTelling,
  subject: CellSubject,
): readonly string[] {
  if (subject.about === 'count') {
    const { lane, count } = subject;
    return [counts[lane][count].text, counts[other(lane)][count].text];
  }
  if (subject.about === 'step') return [title];
  if (subject.about === 'words') return [];
  if (subject.about === 'cell') return [row[subject.lane].text, row[other(subject.lane)].text];
  return [variables[subject.variable], variables[COUNTERPARTS[subject.variable]]];
}

/** Reads what is asked for at a step; without a page of the user's own, of all Actions how many are around. */
export function readAskedRequest(
  { scenario: { actions } }: Pick<RunTelling, 'scenario'>,
  { kind, isUsers, actionIndex }: Pick<StepTelling, 'kind' | 'isUsers' | 'actionIndex'>,
): AskedRequest {
  const action = actions[actionIndex];
  const readTarget = (one: Action | undefined) =>
    (one?.type === 'request' ? one.target : undefined) ?? '/profile';
  const target = readTarget(action);
  const by = kind.startsWith('back.')
    ? 'back'
    : isUsers && action?.type === 'request'
      ? 'user'
      : 'other';
  const client = action && 'client' in action ? action.client : undefined;
  const isAlike = (one: Action) =>
    by === 'other' ||
    (one.type === 'request' && one.client === client && readTarget(one) === target);
  const isSame = ({ type }: { readonly type: string }) => type === action?.type;
  const done = actions.slice(0, Math.max(actionIndex, 0));
  const toCome = actions.slice(actionIndex + 1);
  return {
    ...{ by, target, client },
    before: done.filter(isAlike).length,
    after: toCome.filter(isAlike).length,
    sameBefore: done.filter(isSame).length,
    sameAfter: toCome.filter(isSame).length,
  };
}

/** Reads by what a step is known. @throws RangeError for a step that the run does not have. */
export function readNamedStep({ run, at }: Telling, step: number): NamedStep {
  const { title, actionIndex } = at(step);
  const before = step === 0 ? '' : at(step - 1).title;
  const { actions, settings } = run.scenario;
  const stores = settings.second && !settings.sharedStore ? 2 : 1;
  return { title, before, action: actions[actionIndex] ?? null, stores };
}

/** How far around a step other values are looked for; of a long run nobody waits for all. */
const NEAR = 12;

/** Tells whether it was somebody else than the user who tried. */
const isAttempt = (tone: Tone): boolean => tone === 'breach' || tone === 'held';

/**
 * Asks for something before a step of a run. The options are what the engine has: the other lane's
 * value, that of the step before, and those of the steps around. `null` where there is nothing to
 * choose between. @throws RangeError for a step that the run does not have.
 */
export function askFor(
  { run, at }: Telling,
  subject: Subject,
  step: number,
  answeredAt = step,
): Question | null {
  const told = at(answeredAt);
  const isAttack =
    !told.isUsers && [told.session, told.token].some(({ answer }) => isAttempt(answer.tone));
  const request = readAskedRequest(run, told);
  const named = readNamedStep({ run, at }, answeredAt);
  const asked = { subject, step, answeredAt, isAttack, request, named };
  if (isWhich(subject)) {
    const is = IS_SO[subject.about];
    const right = toWhich(is(told, 'session'), is(told, 'token'));
    return { ...asked, options: WHICH, right };
  }
  const read = (one: StepTelling) => readTexts(one, subject);
  const [right = '', counterpart = ''] = read(told);
  const around = listNear(answeredAt, run.lastStep)
    .slice(0, NEAR)
    .flatMap((near) => read(at(near)).slice(0, 1));
  // What is said of a token names a place, which the store's data may have as well: no other answer.
  const isOfStore = subject.about === 'variable' && subject.variable === 'sessionStore';
  const options = toTexts(right, isOfStore ? around : [counterpart, ...around]);
  const isShort = right !== '' && right.length <= MOST_LETTERS;
  return !isShort || options.length < 2 ? null : { ...asked, options, right };
}

/** What a Scenario asks for at the step that answers: who gets in, else what changes there. */
function toSubject({ run, at }: Telling, step: number): Subject {
  if (run.scenario.id === 'password-kept') return { about: 'password' };
  const told = at(step);
  if (isTried(told)) return ENTRY;
  const [variable] = told.changed;
  return variable ? { about: 'variable', variable } : { about: 'cell', lane: 'session' };
}

/** Returns what is asked before a step of a run; `null` where nothing is. */
export function findQuestion(telling: Telling, step: number): Question | null {
  if (!listAsked(telling).includes(step)) return null;
  const { isWalk, answers } = telling.run;
  if (isWalk) return askFor(telling, WALK_SUBJECTS[step] ?? ENTRY, step);
  const answeredAt = answers ?? step;
  return (
    askFor(telling, toSubject(telling, answeredAt), step, answeredAt) ??
    askFor(telling, { about: 'cell', lane: 'session' }, step, answeredAt)
  );
}

const toSubjectLane = (subject: CellSubject): Strategy => {
  if (subject.about === 'cell' || subject.about === 'count') return subject.lane;
  if (subject.about === 'step' || subject.about === 'words') return 'session';
  return subject.variable === 'token' ? 'token' : 'session';
};

/** Tells whether an answer says that it is so in a lane. */
export const isSoIn = (which: string, lane: Strategy) => which === 'both' || which === lane;

/**
 * Tells for a lane whether what was said is so there; `null` where nothing was said of it, and where it
 * is so of one lane alone: an answer that is wrong as a whole has no right half.
 */
export function isRightIn({ subject, right }: Question, said: string, lane: Strategy) {
  if (isWhich(subject)) {
    if (said === right) return true;
    return isSoIn(said, lane) === isSoIn(right, lane) ? null : false;
  }
  return toSubjectLane(subject) === lane ? said === right : null;
}

/** Lists the lanes whose sentences explain the answer: both where both were asked about, a wrong one first. */
export function listTellingLanes(question: Question, said: string): readonly Strategy[] {
  const first = toTellingLane(question, said);
  return isWhich(question.subject) ? [first, other(first)] : [first];
}

/** Returns the lane whose sentence explains the answer: of a wrong guess the first that it has wrong. */
export function toTellingLane(
  { subject, right }: Pick<Question, 'subject' | 'right'>,
  said: string,
): Strategy {
  if (!isWhich(subject)) return toSubjectLane(subject);
  const lanes = ['session', 'token'] as const;
  return (
    lanes.find((lane) => isSoIn(said, lane) !== isSoIn(right, lane)) ??
    lanes.find((lane) => isSoIn(right, lane)) ??
    'session'
  );
}

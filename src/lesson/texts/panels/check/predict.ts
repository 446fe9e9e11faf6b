import type { Action, ActionType } from '../../../../sim/action.ts';
import type { Settings } from '../../../../sim/settings.ts';
import type { Place } from '../../../exercises/pick.ts';
import { isWhich, type Question, type Which } from '../../../told/question.ts';
import { sayBrowser } from '../../actions/actionLabels.ts';
import { COUNT_ROWS } from '../../countRows.ts';
import { LANE_NAMES } from '../../lanes.ts';

const WHICH_NAMES: Readonly<Record<Which, string>> = {
  both: 'Both',
  session: 'Session',
  token: 'Token',
  nobody: 'Nobody',
};

/** Names what a lane has cost, with its unit. */
export const nameCount = (count: string) => {
  const { title = '', unit = null } = COUNT_ROWS.find(({ name }) => name === count) ?? {};
  return unit === null ? title.toLowerCase() : `${title.toLowerCase()}, in bytes`;
};

/** What changes the user's row while a credential is out. */
const CHANGES_USER: ReadonlySet<ActionType> = new Set(['ban', 'demote']);

/**
 * Says which servers look the user up at each request, of a run in which the user's row changes;
 * `null` of any other. No setting has it: it is code of the session server's own.
 */
export function sayLookUps(
  { session }: Pick<Settings, 'session'>,
  actions: readonly Action[],
): string | null {
  if (!actions.some(({ type }) => CHANGES_USER.has(type))) return null;
  const who = session.copiesUser ? 'neither server' : 'the session server only';
  return `User looked up at each request by ${who}`;
}

/** Says whose request is asked about, and which of several. */
function sayEntry({ request, answeredAt }: Question): string {
  const { by, before, after } = request;
  const target = `${request.target}${sayBrowser(request.client)}`;
  if (by === 'back') return 'The user presses Back: who shows the page?';
  if (by === 'other') {
    if (before === 0) return 'Who lets the request in?';
    return after === 0
      ? 'Who lets the last request in?'
      : `Who lets the request of step ${answeredAt} in?`;
  }
  if (before === 0) return `The user asks for ${target}: who lets it in?`;
  if (before === 1 && after === 0) return `The user asks for ${target} again: who lets it in?`;
  return after === 0
    ? `The user asks for ${target} for the last time: who lets it in?`
    : `The user asks for ${target} again at step ${answeredAt}: who lets it in?`;
}

/** Says which attack is asked about, where there are several. */
function sayAttack({ request: { sameBefore, sameAfter }, answeredAt }: Question): string {
  if (sameBefore === 0 && sameAfter === 0) return 'Who lets the attack through?';
  if (sameAfter === 0) return 'Who lets the last attack through?';
  if (sameBefore === 0) return 'Who lets the first attack through?';
  return `Who lets the attack of step ${answeredAt} through?`;
}

/** Says what is asked. */
function sayQuestion(question: Question): string {
  const { subject, step, answeredAt, isAttack } = question;
  switch (subject.about) {
    case 'entry':
      return isAttack ? sayAttack(question) : sayEntry(question);
    case 'password':
      return 'Who still has the password?';
    case 'left':
      return `After “${question.named.title}” (step ${step}), who would still accept a copy of what was given out?`;
    case 'step':
      return `What do both lanes do at step ${step}, each in its own way?`;
    case 'words':
      return subject.question;
    case 'count':
      return `${LANE_NAMES[subject.lane]}, up to step ${step}: ${nameCount(subject.count)}?`;
    case 'variable':
      return `What will be in ${subject.variable} after step ${answeredAt}?`;
    default:
      return `${LANE_NAMES[subject.lane]}, step ${answeredAt}: what happens?`;
  }
}

/** Says one of the options. */
const sayOption = ({ subject }: Question, option: string): string =>
  isWhich(subject) ? WHICH_NAMES[option as Which] : option;

export const PREDICT_TEXTS = {
  name: 'Before you go on',
  check: 'Check',
  skip: 'Skip',
  skipKey: 'Skip (Esc)',
  /** Of the sheet over a phone's stage: what it covers is seen, and it is there again. */
  fold: 'Show the lanes',
  unfold: 'Show the question',
  sayQuestion,
  sayOption,
  sayWhich: (which: Which) => WHICH_NAMES[which].toLowerCase(),
  /** Says of a wrong guess where it is what comes. */
  sayPlace: (place: Place, said: string) =>
    place.type === 'otherLane'
      ? `“${said}” is what the other of the two has there.`
      : `“${said}” is what comes at step ${place.step}.`,
  /** Says of one of the lanes, to whoever looks at the other, that it was meant alone. */
  sayOnly: (said: string) => `only ${said}`,
  saySaid: (said: string) => `You said “${said}”`,
  sayRight: (said: string) => `You said “${said}”, and so it is.`,
  sayWrong: (said: string, right: string) => `You said “${said}”. It is “${right}”.`,
} as const;

import { isWhich, type Question, type Which } from '../../page/question.ts';
import { COUNT_ROWS } from '../countRows.ts';
import { LANE_NAMES } from '../lanes.ts';

const WHICH_NAMES: Readonly<Record<Which, string>> = {
  both: 'Both',
  session: 'Session',
  token: 'Token',
  nobody: 'Nobody',
};

const nameCount = (count: string) => {
  const { title = '', unit = null } = COUNT_ROWS.find(({ name }) => name === count) ?? {};
  return unit === null ? title.toLowerCase() : `${title.toLowerCase()}, in bytes`;
};

/** Says what is asked. */
function sayQuestion({ subject, step, isAttack }: Question): string {
  switch (subject.about) {
    case 'entry':
      return isAttack ? 'Who lets the attack through?' : 'Who lets the request in?';
    case 'password':
      return 'Who still has the password?';
    case 'left':
      return `After step ${step}, who would still accept a credential that was given out?`;
    case 'step':
      return `What do both lanes do at step ${step}, each in its own way?`;
    case 'count':
      return `${LANE_NAMES[subject.lane]}, up to step ${step}: ${nameCount(subject.count)}?`;
    case 'variable':
      return `What will be in ${subject.variable} after step ${step}?`;
    default:
      return `${LANE_NAMES[subject.lane]}, step ${step}: what happens?`;
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
  sayQuestion,
  sayOption,
  saySaid: (said: string) => `You said “${said}”`,
  sayRight: (said: string) => `You said “${said}”, and so it is.`,
  sayWrong: (said: string, right: string) => `You said “${said}”. It is “${right}”.`,
} as const;

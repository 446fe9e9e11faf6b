import type { Question } from '../../told/question.ts';
import { PREDICT_TEXTS } from '../panels/check/predict.ts';
import { nameVariable } from './exerciseQuestion.ts';

const TIMES = { before: 'Before the lesson', after: 'After the lesson' } as const;

interface Score {
  readonly right: number;
  readonly all: number;
}

interface BothScores {
  readonly before: Score;
  readonly after: Score;
}

/** Says what is asked after all that was listed, which has no steps there. */
function sayQuestion(question: Question): string {
  const { subject } = question;
  if (subject.about === 'left')
    return 'After that, who would still accept a copy of what was given out?';
  if (subject.about === 'variable')
    return `After that, what is in ${nameVariable(subject.variable, question)}?`;
  return PREDICT_TEXTS.sayQuestion(question);
}

const MARKS = { right: 'right', wrong: 'wrong', unknown: 'not known' } as const;

/** What an answer of a test was; a question that is not known is told from a wrong answer. */
export interface Mark {
  readonly id: string;
  readonly topic: string;
  readonly mark: keyof typeof MARKS;
}

const sayTime = (time: keyof typeof TIMES, seed: number) => `${TIMES[time]}, set ${seed}`;

const sayBoth = ({ before, after }: BothScores) =>
  `${before.right} of ${before.all}, then ${after.right} of ${after.all}`;

export const TEST_TEXTS = {
  times: TIMES,
  sayTime,
  about:
    'Whoever opens the same link gets the same ten questions. The ten after the lesson ask about other runs, of the same topics and as hard. What you say is kept in this browser.',
  mixture:
    'Each has ten runs: four on the servers of the walk, four with one setting changed or a rarer attack, two with more than that. Six ask who gets in, two what is left, two what is in a variable. They are about logins and logouts, thefts, restarts, time, servers and users; attacks by other sites, by scripts and by forged tokens are not in them. Before the lesson nobody has to know them: “I do not know” is one of the answers.',
  seed: 'Set of questions:',
  draw: 'Another set',
  finish: 'Show the result',
  copy: 'Copy the result',
  copyBoth: 'Copy both results',
  why: 'Why it is so',
  held: 'What was right is held back until the ten questions after the lesson are handed in. Whoever looks now learns from the answers: the comparison then measures them too.',
  show: 'Show what was right',
  wasShown: 'What was right before the lesson was looked at in between.',
  unknown: 'I do not know',
  sayQuestion,
  sayUnknown: (right: string) => `You did not know. It is ${right}.`,
  sayNumber: (number: number) => `Question ${number}`,
  sayLeft: (left: number) =>
    left === 1 ? 'One question is not answered yet.' : `${left} questions are not answered yet.`,
  sayScore: (right: number, all: number) => `${right} of ${all} right`,
  /** How far a test is, where it was begun. */
  sayBegun: (answered: number, all: number) => `${answered} of ${all} answered`,
  handedIn: 'Handed in',
  compare: 'Before and after, side by side',
  topic: 'Topic',
  missed: 'What to look at again',
  practise: 'Practise them in Challenge',
  whole: 'All questions',
  learn: 'Go on with Learn',
  after: 'The ten questions after the lesson',
  before: 'The ten questions before the lesson',
  sayOf: ({ right, all }: Score) => `${right} of ${all}`,
  /** The result of one test as text that a teacher can collect. */
  sayResult: (time: keyof typeof TIMES, seed: number, marks: readonly Mark[]) => {
    const right = marks.filter(({ mark }) => mark === 'right').length;
    const lines = marks.map(
      ({ id, topic, mark }, i) => `${i + 1}. ${MARKS[mark]}: ${topic} (${id})`,
    );
    return [`AuthTrace, ${sayTime(time, seed)}: ${right} of ${marks.length}`, ...lines].join('\n');
  },
  /** The results of both tests, by topic. */
  sayComparison: (
    seed: number,
    whole: BothScores,
    topics: readonly (BothScores & { readonly topic: string })[],
    wasShown: boolean,
  ) =>
    [
      `AuthTrace, set ${seed}, before and after: ${sayBoth(whole)}`,
      ...(wasShown ? [TEST_TEXTS.wasShown] : []),
      ...topics.map(({ topic, before, after }) => `${topic}: ${sayBoth({ before, after })}`),
    ].join('\n'),
} as const;

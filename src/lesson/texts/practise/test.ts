const TIMES = { before: 'Before the lesson', after: 'After the lesson' } as const;

export const TEST_TEXTS = {
  times: TIMES,
  about:
    'Whoever opens the same link gets the same ten questions; the ten after the lesson are others, and as hard.',
  mixture:
    'Both begin with four runs of the walk’s own servers; four have one other setting or a rarer attack, and two have more. Before the lesson nobody has to know them: say so, it is one of the answers.',
  seed: 'Set of questions:',
  draw: 'Another set',
  finish: 'Show the result',
  copy: 'Copy the result',
  unknown: 'I do not know',
  sayUnknown: (right: string) => `You did not know. It is ${right}.`,
  sayNumber: (number: number) => `Question ${number}`,
  sayLeft: (left: number) =>
    left === 1 ? 'One question is not answered yet.' : `${left} questions are not answered yet.`,
  sayScore: (right: number, all: number) => `${right} of ${all} right`,
  /** The result as text that a teacher can collect. */
  sayResult: (
    time: keyof typeof TIMES,
    seed: number,
    marks: readonly { readonly id: string; readonly isRight: boolean }[],
  ) => {
    const right = marks.filter(({ isRight }) => isRight).length;
    const lines = marks.map(
      ({ id, isRight }, i) => `${i + 1}. ${isRight ? 'right' : 'wrong'} (${id})`,
    );
    return [`AuthTrace, ${TIMES[time]}, set ${seed}: ${right} of ${marks.length}`, ...lines].join(
      '\n',
    );
  },
} as const;

/** A part of the walk: its steps, the step that is asked about, and the principle that the answer shows. */
export interface LearnPart {
  readonly id: string;
  readonly name: string;
  readonly first: number;
  readonly last: number;
  readonly asked: number;
  readonly about: string;
  readonly principle: string;
}

export const LEARN_PARTS: readonly LearnPart[] = [
  {
    id: 'prove',
    name: 'Prove who you are',
    first: 1,
    last: 2,
    asked: 2,
    about: 'The password crosses the wire once, and is compared on the server.',
    principle:
      'Both begin alike: a password is checked once. What follows is only about not having to show it again.',
  },
  {
    id: 'keep',
    name: 'Keep it',
    first: 3,
    last: 5,
    asked: 3,
    about: 'Something is made, sent to the client, and kept until the next request.',
    principle:
      'Both make proof of the login. One is a name for what the server keeps; the other is the statement itself, signed.',
  },
  {
    id: 'show',
    name: 'Show it',
    first: 6,
    last: 8,
    asked: 7,
    about: 'The next request brings what was kept, and the server judges it.',
    principle:
      'Both check on every request: one looks up a record that can change, the other a signature and a time that cannot.',
  },
  {
    id: 'end',
    name: 'End it',
    first: 9,
    last: 12,
    asked: 11,
    about: 'The user logs out. What each side has forgotten by then is not the same.',
    principle:
      'To the user both logouts look alike. What is left differs: a destroyed record ends every copy, a signed token ends at exp.',
  },
];

export const LEARN_TEXTS = {
  step: 'Step',
  principle: 'Principle',
  walk: 'Walk through it on the stage',
  next: 'Next part',
  sayPart: (number: number, name: string) => `${number}. ${name}`,
} as const;

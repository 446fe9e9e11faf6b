import type { Variable } from '../telling.ts';

/** A question worth stopping at, with its answer and the cell that shows it. */
export interface KeyMoment {
  readonly question: string;
  readonly answer: string;
  readonly step: number;
  readonly variable: Variable;
}

export const KEY_MOMENTS: readonly KeyMoment[] = [
  {
    question: 'Why does one need storage on the server, and the other not?',
    answer:
      'With a session, the data stays in sessionStore and the client holds nothing but its ID: without the store, the ID means nothing. A token brings the user’s ID along inside it, and the signature proves that the server wrote it.',
    step: 3,
    variable: 'sessionStore',
  },
  {
    question: 'How does the client prove who it is?',
    answer:
      'The browser attaches the session cookie by itself to whatever the site’s own pages request. A token goes nowhere by itself: the client’s own code has to put it into the Authorization header each time.',
    step: 6,
    variable: 'sessionCookie',
  },
  {
    question: 'What does logging out do?',
    answer:
      'In the walk the server destroys the session, and whoever has a copy of its ID is refused from then on. A token is deleted on the client; the server usually keeps no track of it, so a copy stays valid until it expires.',
    step: 9,
    variable: 'sessionStore',
  },
];

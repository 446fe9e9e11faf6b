import type { Strategy } from '../../sim/strategy.ts';
import type { Variable } from '../telling.ts';

/** The cell that answers a question. */
export type AnswerCell =
  | { readonly step: number; readonly table: Strategy }
  | { readonly step: number; readonly variable: Variable };

export interface QuizOption {
  readonly text: string;
  /** Why it is right or wrong; shown once it was chosen and checked. */
  readonly explanation: string;
}

export interface QuizQuestion {
  readonly question: string;
  readonly options: readonly QuizOption[];
  /** Index of the right option. */
  readonly answer: number;
  readonly hint: string;
  readonly shownAt: AnswerCell;
}

export const QUIZ: readonly QuizQuestion[] = [
  {
    question: 'What does step 3 of the execution table create in token-based auth?',
    options: [
      {
        text: 'A JWT with the user’s ID in its payload',
        explanation:
          'The server signs a payload with the user’s ID and an expiry, and keeps no copy of it.',
      },
      {
        text: 'A cookie with the session ID',
        explanation: 'That is the session column, and one step later: the cookie is set in step 4.',
      },
      {
        text: 'A session stored on the server',
        explanation:
          'That is the session column of the same step. The token lane stores nothing on the server.',
      },
      {
        text: 'A logout request',
        explanation:
          'Logging out comes at step 9, and in the token lane it sends no request at all.',
      },
    ],
    answer: 0,
    hint: 'Read row 3 of the execution table, in the column Token-based Auth.',
    shownAt: { step: 3, table: 'token' },
  },
  {
    question: 'What happens to sessionStore after logout, in the variable tracker?',
    options: [
      {
        text: 'It stays as it was',
        explanation:
          'It would, if the server only cleared the cookie. Here the logout route destroys the record.',
      },
      {
        text: 'It is cleared: an empty object',
        explanation:
          'The server destroys the record, so the session ID opens nothing any more, not even for a copy of the cookie.',
      },
      {
        text: 'It stores the token',
        explanation:
          'No store holds a token in this walk: the client keeps it, the server never does.',
      },
      {
        text: 'It stores the session cookie',
        explanation:
          'The cookie lives in the browser’s jar. The store keeps the record that the cookie’s ID points to.',
      },
    ],
    answer: 1,
    hint: 'Look at the row sessionStore in the variable tracker, under After Step 9.',
    shownAt: { step: 9, variable: 'sessionStore' },
  },
  {
    question: 'How does the client send its authentication data on requests in session-based auth?',
    options: [
      {
        text: 'A token in the request body',
        explanation:
          'A token travels in a body once, from the server to the client at login, and in the other lane.',
      },
      {
        text: 'A token put into the Authorization header by hand',
        explanation: 'That is the token lane: there, the client’s own code has to set the header.',
      },
      {
        text: 'The browser sends the session cookie by itself',
        explanation:
          'The jar decides what goes along, and the page’s code has no part in it. That is convenient, and it is what cross-site request forgery uses.',
      },
      {
        text: 'The user’s ID in the URL',
        explanation:
          'An ID in an address proves nothing, and ends up in logs and histories. The walk’s URL is just /profile.',
      },
    ],
    answer: 2,
    hint: 'Look at the row sessionCookie in the variable tracker, under After Step 6.',
    shownAt: { step: 6, variable: 'sessionCookie' },
  },
];

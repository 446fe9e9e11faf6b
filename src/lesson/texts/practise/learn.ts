import type { LearnId } from '../../exercises/learnCases.ts';
import type { Holding, PerLane } from '../../telling.ts';
import { LANE_NAMES } from '../lanes.ts';

/** A part of the walk: its steps, and what the answers to its cases show. */
export interface LearnPart {
  readonly id: LearnId;
  readonly name: string;
  readonly first: number;
  readonly last: number;
  readonly about: string;
  /** What each of its cases shows, the walk's own servers first, at last what is alike. */
  readonly principles: readonly string[];
}

export const LEARN_PARTS: readonly LearnPart[] = [
  {
    id: 'prove',
    name: 'Prove who you are',
    first: 1,
    last: 3,
    about:
      'The password crosses the wire once, is compared on the server, and something takes its place.',
    principles: [
      'The password is needed once. Then the session server keeps a record and gives out its name; the token server gives the statement itself out, signed, and keeps nothing of it.',
      'What a server keeps it can lose, share and end. Of what it does not keep it cannot take one back: it can only refuse all, under a new secret.',
      'Both put something that the client can show in the password’s place. What differs is where the facts are: in a record that the ID names, or in the token itself.',
    ],
  },
  {
    id: 'keep',
    name: 'Keep it',
    first: 4,
    last: 5,
    about: 'What was made is sent to the client, and kept there until the next request.',
    principles: [
      'A request brings only what the client still has. A cookie with an end of its own outlives the browser, and so does localStorage.',
      'Memory is gone with the page. No cookie, no token, no entry: it does not matter what the server still knows.',
      'Both give the credential to the client, which keeps it. What differs is who looks after it: the browser’s jar, or the page’s own code.',
    ],
  },
  {
    id: 'show',
    name: 'Show it',
    first: 6,
    last: 8,
    about: 'The next request brings what was kept, and the server judges it.',
    principles: [
      'To answer, the session server must still have the record: it looks the ID up at each request. The token server must have its secret alone: signature and exp are all that it checks.',
      'Records in a store of their own outlive the process. The secret is what both need: cookie and token are signed, and under a new secret neither signature fits.',
      'Both check what they were shown, at each request anew. What differs is what it takes: a look into the store, or the secret and the clock.',
    ],
  },
  {
    id: 'end',
    name: 'End it',
    first: 9,
    last: 12,
    about: 'The user logs out. What each side has forgotten by then is not the same.',
    principles: [
      'A logout ends what the server keeps: a destroyed record ends every copy of the ID. Of a token the client throws away its own; a copy opens until exp.',
      'exp was fixed when the token was given out, and is in it: no logout makes it earlier, and no request makes it later. After it every copy is refused.',
      'A deny-list ends a token early, because the server now keeps something and looks it up at each request: that is state again.',
      'Both refuse the next request, since the client has nothing left to send. What differs is a copy of it: one server has destroyed the record, the other has nothing that it could take back.',
    ],
  },
];

/** What of a login a lane's server keeps. */
export type KeptItems = readonly Exclude<Holding['item'], 'Secret'>[];

const listItems = (items: KeptItems) =>
  items.map((item) => item.charAt(0).toLowerCase() + item.slice(1)).join(', ') || 'nothing';

export const LEARN_TEXTS = {
  step: 'Step',
  principle: 'Principle',
  walk: 'Walk through it on the stage',
  next: 'Next part',
  asked: 'A question about it',
  another: 'The same, with one thing changed',
  alike: 'What is the same in both?',
  goOn: 'Now use it',
  goOnFor:
    'You have been through all four parts. Challenge gives you runs that you have not seen: say who gets in.',
  challenge: 'Go on with Challenge',
  /** From a question that was opened by itself, to the part that it is of. */
  sayGoOn: (name: string) => `Go on with “${name}”`,
  kept: 'The login is over. What of it does each server keep?',
  showRun: 'Show the run',
  sayLoss: {
    both: 'One thing happens before the last request. After which one do both let the user in?',
    session:
      'One thing happens before the last request. After which one is the session let in and the token refused?',
    token:
      'One thing happens before the last request. After which one is the session refused and the token let in?',
    nobody: 'One thing happens before the last request. After which one are both refused?',
  },
  sayKept: ({ session, token }: PerLane<KeptItems>) =>
    `${LANE_NAMES.session}: ${listItems(session)}. ${LANE_NAMES.token}: ${listItems(token)}.`,
  /** How far a part of the walk goes, said above the stage. */
  saySteps: ({ name, first, last }: LearnPart) => `${name}: steps ${first}–${last}`,
  sayPart: (number: number, name: string) => `${number}. ${name}`,
} as const;

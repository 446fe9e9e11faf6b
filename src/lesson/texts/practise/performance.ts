import type { Along, MeasureId, NearMiss } from '../../exercises/measures.ts';
import { formatCount } from '../../page/format.ts';
import { formatNumber } from '../../page/formatNumber.ts';
import type { PerLane } from '../../telling.ts';
import type { Which } from '../../told/question.ts';
import { LANE_NAMES } from '../lanes.ts';

/** What is said of a cost: its name, what is asked, and what follows from it. */
export interface MeasureWords {
  readonly name: string;
  readonly question: string;
  readonly unit: 'B' | null;
  readonly means: string;
}

export const MEASURE_WORDS: Readonly<Record<MeasureId, MeasureWords>> = {
  'ten-reads': {
    name: 'Ten requests',
    question: 'A login, then ten requests. How often does the session-based server read its store?',
    unit: null,
    means:
      'Each request looks the ID up once. It writes as well: that the session was used moves its end, so express-session calls touch() at each request. The login has two writes of its own: destroy() and set().',
  },
  'three-servers': {
    name: 'Three servers',
    question:
      'Three servers, each with a session store of its own, and the user logs in at each. How much do the three keep?',
    unit: 'B',
    means:
      'Servers that share no store keep a record each. With one store for all it would be one record, and each server would have to ask it.',
  },
  'thousand-users': {
    name: 'A thousand users',
    question: 'A thousand users log in. How much does the session-based server keep?',
    unit: 'B',
    means:
      'Each user has a record until it ends. The token server keeps nothing of them, however many they are.',
  },
  'store-reads': {
    name: 'Store reads',
    question: 'In which of the two does each request read the store?',
    unit: null,
    means: 'One look-up a request, or none: this is what a store has to bear as traffic grows.',
  },
  'list-reads': {
    name: 'Store reads, with a deny-list',
    question: 'With a deny-list for tokens: in which of the two does each request read the store?',
    unit: null,
    means:
      'Whoever wants to end a token early looks something up at each request, as a session does.',
  },
  signatures: {
    name: 'Signatures checked',
    question: 'In which of the two does each request check a signature?',
    unit: null,
    means:
      'The cookie is signed as well as the token, both by an HMAC here, so the work of checking is no difference.',
  },
  'sent-bytes': {
    name: 'Bytes on the wire',
    question: 'After many requests, the login included: which of the two has sent more bytes?',
    unit: 'B',
    means: 'The credential goes along with every request, so its length counts each time.',
  },
  'data-bytes': {
    name: 'More about the user, on the wire',
    question: 'The more is kept about a user: in which of the two does the client send more?',
    unit: 'B',
    means: 'A session ID is as long as ever; a claim in the token travels with every request.',
  },
  'kept-data': {
    name: 'More about the user, on the server',
    question: 'The more is kept about a user: in which of the two does the server store more?',
    unit: 'B',
    means: 'What the token carries, the session’s record keeps: it is paid for here or there.',
  },
  'kept-bytes': {
    name: 'Users, on the server',
    question: 'In which of the two does each user who logs in take room on the server?',
    unit: 'B',
    means: 'Each login adds a record, which a shared store has to hold; a token adds nothing.',
  },
};

/** The runs that it is counted in. */
const sayRuns = (along: Along, most: number) => {
  if (along === 'servers')
    return `a login at each of ${formatCount(most, 'server')}, each of them a run of its own`;
  if (along === 'data') return 'a login and a request, once for each amount of data about the user';
  return along === 'requests'
    ? `a login and ${formatCount(most, 'request')}, counted after each`
    : `logins from ${formatCount(most, 'browser')}, counted after each`;
};

/** What is counted along, one of it. */
const NOUNS = { requests: 'request', users: 'user', servers: 'server' } as const;

const sayAt = (along: Along, at: number) =>
  along === 'data' ? `${formatNumber(at)} B about the user` : formatCount(at, NOUNS[along]);

const sayCounted = (value: number, unit: MeasureWords['unit']) =>
  unit === null ? formatNumber(value) : `${formatNumber(value)}\u00a0${unit}`;

export const PERFORMANCE_TEXTS = {
  signing: 'In this browser',
  asTable: 'As a table',
  along: {
    requests: 'Requests',
    users: 'Users',
    servers: 'Servers',
    data: 'About the user',
  } satisfies Record<Along, string>,
  sayAt,
  sayCounted,
  columns: { counted: 'Reads', written: 'Writes' },
  /** What a line holds, where reads and writes are told apart. */
  reads: { session: 'Session-based, reads', token: 'Token-based, reads' } satisfies PerLane<string>,
  writes: {
    session: 'Session-based, writes',
    token: 'Token-based, writes',
  } satisfies PerLane<string>,
  /** Where a number that was chosen was counted. */
  sayMiss: (miss: NearMiss, said: string, along: Along) => {
    switch (miss.type) {
      case 'at':
        return `${said} is what was counted at ${sayAt(along, miss.at)}.`;
      case 'otherLane':
        return `${said} is what was counted in the other lane.`;
      case 'written':
        return `${said} is how often the store was written to.`;
      case 'readAndWritten':
        return `${said} is how often the store was read and written to, taken together.`;
    }
  },
  /** What one more of it costs in each lane. */
  sayEach: (
    along: Exclude<Along, 'data'>,
    { session, token }: PerLane<number>,
    unit: MeasureWords['unit'],
  ) =>
    `One more ${NOUNS[along]}: ${LANE_NAMES.session} ${sayCounted(session, unit)}, ${LANE_NAMES.token} ${sayCounted(token, unit)}.`,
  grows: {
    both: 'Both',
    session: 'Session-based alone',
    token: 'Token-based alone',
    nobody: 'Neither',
  } satisfies Record<Which, string>,
  more: {
    both: 'Both as much',
    session: 'Session-based',
    token: 'Token-based',
    nobody: 'Neither has sent any',
  } satisfies Record<Which, string>,
  sayCrossing: (along: Along, at: number, { session, token }: PerLane<number>) =>
    `${LANE_NAMES[token > session ? 'token' : 'session']} has more from ${sayAt(along, at)} on.`,
  measure: 'Measure signatures',
  measuring: 'It is being measured …',
  sayFrom: (along: Along, most: number) => `Counted in real runs: ${sayRuns(along, most)}.`,
  /** By how much the one is more than the other; of nothing there is no factor. */
  sayFactor: ({ session, token }: PerLane<number>) => {
    if (session === token) return session === 0 ? 'Neither has any.' : 'Both have as much.';
    const isSession = session > token;
    const [more, less] = isSession ? [session, token] : [token, session];
    const lane = LANE_NAMES[isSession ? 'session' : 'token'];
    return less === 0
      ? `${lane} alone has any.`
      : `${lane} has ${(more / less).toFixed(1)} times as much.`;
  },
  sayRate: (rate: number) => `${formatNumber(rate)} signatures with HS256 in a second.`,
} as const;

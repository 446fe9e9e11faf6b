import type { MeasureId } from '../../exercises/measures.ts';
import { formatCount } from '../../page/format.ts';
import { formatNumber } from '../../page/formatNumber.ts';
import type { PerLane } from '../../telling.ts';
import { LANE_NAMES } from '../lanes.ts';

/** What is said of a measure: its name, the run that it is counted in, and what follows from it. */
export interface MeasureWords {
  readonly name: string;
  readonly run: string;
  readonly means: string;
}

export const MEASURE_WORDS: Readonly<Record<MeasureId, MeasureWords>> = {
  'store-reads': {
    name: 'Store reads',
    run: 'a login and ten requests',
    means: 'One look-up a request, or none: this is what the store has to bear.',
  },
  'list-reads': {
    name: 'Store reads, with a deny-list',
    run: 'a login and ten requests, the deny-list on',
    means:
      'Whoever wants to end a token early looks something up at each request, as a session does.',
  },
  'sent-bytes': {
    name: 'Bytes that the client sends',
    run: 'a login and ten requests',
    means: 'The credential goes along with every request, so its length counts each time.',
  },
  signatures: {
    name: 'Signatures checked',
    run: 'a login and ten requests',
    means: 'Both check one signature a request: of the cookie, or of the token.',
  },
  'kept-bytes': {
    name: 'Bytes kept on the server',
    run: 'ten logins from ten browsers',
    means:
      'Each login adds a record, a thousand of them a hundred times as much; a token adds nothing.',
  },
};

export const PERFORMANCE_TEXTS = {
  signing: 'In this browser',
  growth: 'Bytes on the wire, by the number of requests',
  requests: 'Requests',
  asTable: 'As a table',
  growthRun: 'a login and a hundred requests, counted after each, in both directions',
  sayBytes: (bytes: number) => `${formatNumber(bytes)} B`,
  saySent: (lane: string, bytes: number) => `${lane}: ${formatNumber(bytes)} B`,
  sayCrossing: (crossing: number | null, isToken: boolean) => {
    const lane = LANE_NAMES[isToken ? 'token' : 'session'];
    return crossing === null
      ? `${lane} sends more from the login on, and with each request more again: they never meet.`
      : `After ${formatCount(crossing, 'request')} it is ${lane} that has sent more, the login included.`;
  },
  measure: 'Measure signatures',
  measuring: 'It is being measured …',
  /** Before the question, which speaks of its steps. */
  sayRun: (run: string) => `The run: ${run}.`,
  sayFrom: (run: string) => `Counted in the run: ${run}.`,
  /** By how much the one is more than the other; of nothing there is no factor. */
  sayFactor: ({ session, token }: PerLane<number>) => {
    if (session === token) return 'Both take as much.';
    const isSession = session > token;
    const [more, less] = isSession ? [session, token] : [token, session];
    const lane = LANE_NAMES[isSession ? 'session' : 'token'];
    return less === 0
      ? `${lane} alone takes any.`
      : `${lane} takes ${(more / less).toFixed(1)} times as much.`;
  },
  sayBar: (lane: string, count: number) => `${lane}: ${formatNumber(count)}`,
  sayRate: (rate: number) => `${formatNumber(rate)} signatures with HS256 in a second.`,
} as const;

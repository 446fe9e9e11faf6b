import type { Action } from '../../sim/action.ts';
import type { Strategy } from '../../sim/strategy.ts';
import type { HttpTelling, StepTelling, Telling } from '../telling.ts';

/** A request and its answer, at the step that sent the request; `null`: nothing answered it. */
export interface Exchange {
  readonly step: number;
  readonly title: string;
  readonly request: HttpTelling;
  readonly response: HttpTelling | null;
}

/** What happens between two requests and is none: a wait, a restart, a theft. */
export interface Between {
  readonly step: number;
  readonly title: string;
  /** Seconds that go by, where the run says how many. */
  readonly seconds: number | null;
  /** It changes the server, so whoever repeats the run has to do it there. */
  readonly isAtServer: boolean;
}

export type Entry = Exchange | Between;

/** Tells whether something was sent. */
export const isExchange = (entry: Entry): entry is Exchange => 'request' in entry;

const AT_SERVER: ReadonlySet<Action['type']> = new Set<Action['type']>([
  'storeOutage',
  'restart',
  'rotateSecret',
  'ban',
  'demote',
]);

const isHttp = (message: { readonly kind: string }): message is HttpTelling =>
  message.kind !== 'store';

const isAnswer = (request: HttpTelling, response: HttpTelling) =>
  request.method === response.method &&
  request.target === response.target &&
  request.origin === response.origin;

const listSteps = ({ run, at }: Telling): readonly StepTelling[] =>
  Array.from({ length: run.lastStep }, (_, i) => at(i + 1));

/** Lists the exchanges of one lane in the order in which they were sent. @see RFC 9110 section 3.4 */
export function listExchanges(telling: Telling, strategy: Strategy): readonly Exchange[] {
  const exchanges: Exchange[] = [];
  for (const { step, title, [strategy]: lane } of listSteps(telling)) {
    for (const message of lane.messages.filter(isHttp)) {
      if (message.kind === 'request') {
        exchanges.push({ step, title, request: message, response: null });
        continue;
      }
      // Two at once that are alike are answered in the order in which they came.
      const open = exchanges.findIndex(
        ({ request, response }) => response === null && isAnswer(request, message),
      );
      const asked = exchanges[open];
      if (asked) exchanges[open] = { ...asked, response: message };
    }
  }
  return exchanges;
}

/** Lists the exchanges of one lane, and what is done between them. */
export function listEntries(telling: Telling, strategy: Strategy): readonly Entry[] {
  const exchanges = listExchanges(telling, strategy);
  const steps = listSteps(telling);
  const sending = new Set(exchanges.map(({ step }) => telling.at(step).actionIndex));
  const { actions } = telling.run.scenario;
  return steps.flatMap(({ step, title, actionIndex }): Entry[] => {
    const sent = exchanges.filter((exchange) => exchange.step === step);
    if (sent.length > 0 || sending.has(actionIndex)) return sent;
    const action = actions[actionIndex];
    if (!action || action.type === 'end') return [];
    const seconds = (action.type === 'wait' && action.seconds) || null;
    return [{ step, title, seconds, isAtServer: AT_SERVER.has(action.type) }];
  });
}

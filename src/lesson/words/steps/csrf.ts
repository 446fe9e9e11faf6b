import type { StepKind } from '../../../sim/stepKind.ts';
import { readCsrfRefusal } from '../../read/csrf.ts';
import type { Moment } from '../../read/moment.ts';
import { say } from '../../richText.ts';
import type { RichText } from '../../telling.ts';
import { CREDENTIALS } from '../names.ts';
import type { LaneWords, StepWords } from './stepWords.ts';

/** Says that the credential was good and the page was not the server's own; `null` where that is not so. */
function sayCsrfRefused(moment: Moment): RichText | null {
  const refusal = readCsrfRefusal(moment);
  if (!refusal) return null;
  const { field, found, wanted } = refusal;
  const start = say`The ${{ plain: CREDENTIALS[moment.strategy] }} is the user’s, but that is not enough for a transfer: `;
  return found === null
    ? [...start, ...say`the request has no ${field}, and ${wanted} is asked for.`]
    : [...start, ...say`${field} is ${found}, and ${wanted} is asked for.`];
}

const toLane = ({ cell, detail, sentence }: LaneWords): LaneWords => ({
  cell,
  detail(moment) {
    const refusal = readCsrfRefusal(moment);
    return refusal ? `${refusal.field}: ${refusal.found ?? 'missing'}` : detail(moment);
  },
  sentence: (moment) => sayCsrfRefused(moment) ?? sentence(moment),
});

/** Adds to the words of checks that a server may look at whose page a request is of. */
export function withCsrf<K extends StepKind>(
  steps: Readonly<Record<K, StepWords>>,
): Readonly<Record<K, StepWords>> {
  const entries = Object.entries<StepWords>(steps).map(([kind, words]) => [
    kind,
    kind.endsWith('.verify')
      ? { ...words, session: toLane(words.session), token: toLane(words.token) }
      : words,
  ]);
  return Object.fromEntries(entries);
}

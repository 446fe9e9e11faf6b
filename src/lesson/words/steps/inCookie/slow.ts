import type { Moment } from '../../../read/moment.ts';
import { joinSentences, say } from '../../../richText.ts';
import type { RichText } from '../../../telling.ts';
import { sayCopy } from '../../credential/copy.ts';
import { sayStatusLine } from '../../lane/status.ts';
import { orIdle, orIdleCell } from '../../refusal/idle.ts';
import { sayIdleCell } from '../../refusal/idleReasons.ts';
import { sayVerdictDetail } from '../../refusal/verdictDetail.ts';
import { sayDenied } from '../request/denied.ts';
import { SLOW, sayAsked } from '../slow.ts';
import { saySignatureChange } from './check.ts';
import type { SwappedWords } from './swap.ts';

function sayBegun(moment: Moment): RichText {
  const { proof } = moment.lane.outcome;
  return proof
    ? joinSentences(
        sayAsked(moment),
        say`The signature over the data of ${proof.userId} fits, so the work begins; nobody looks at it again.`,
      )
    : joinSentences(sayAsked(moment), sayDenied(moment), saySignatureChange(moment));
}

const sayEnded = (moment: Moment): RichText =>
  joinSentences(
    say`The report is ready: ${sayStatusLine(moment)}. The server writes nothing; what happened to the cookies meanwhile plays no part.`,
    saySignatureChange(moment),
    sayCopy(moment),
  );

/** A slow request, which reads its session when it begins. */
export const SLOW_IN_COOKIE = {
  'slow.start': { ...SLOW['slow.start'].session, sentence: sayBegun },
  'slow.finish': {
    cell: orIdleCell(() => 'Answer, and nothing is written'),
    detail: (moment) => (moment.lane.outcome.idle === null ? sayVerdictDetail(moment) : null),
    sentence: orIdle(sayEnded),
  },
} as const satisfies Readonly<Record<string, SwappedWords>>;

/** The session's part in a refresh: none. */
export const NO_REFRESH: SwappedWords = {
  cell: (moment) => sayIdleCell('nothingToRefresh', moment),
  detail: () => null,
  sentence: orIdle(() => []),
};

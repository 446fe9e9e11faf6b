import { losesCookie } from '../../read/action/login.ts';
import { readAnswerStatus } from '../../read/message/exchange.ts';
import type { Moment } from '../../read/moment.ts';
import { FAILURE_WORDS } from './failures.ts';

/** Says behind a cell what a server decided and for whom. */
export function sayVerdictDetail(moment: Moment): string {
  const { status, failure, proof, idle } = moment.lane.outcome;
  if (failure) return `${status ?? 'refused'}: ${FAILURE_WORDS[failure]}`;
  const what = idle === 'cookieExpired' ? 'has expired' : 'is refused';
  if (losesCookie(moment)) return `${readAnswerStatus(moment)}, and the cookie ${what}`;
  return proof ? `${status} for user ${proof.userId}` : `${status}`;
}

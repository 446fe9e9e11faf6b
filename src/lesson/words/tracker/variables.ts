import { formatLiteral, shorten } from '../../page/format.ts';
import { listCopies } from '../../read/held/heldAt.ts';
import type { Moment, Step } from '../../read/moment.ts';
import { isCookieSession } from '../../read/server/dataInCookie.ts';
import { isFromBelow } from '../../read/stage/guest.ts';
import type { CredentialNews } from '../../read/stage/variables.ts';
import {
  changesHolder,
  isInCookie,
  listRecordsAt,
  readCredentialNews,
} from '../../read/stage/variables.ts';
import type { StepTelling, Variable } from '../../telling.ts';
import { toShown } from './record.ts';

/** Records of a full store that are written out; the others are counted. */
const MAX_RECORDS = 5;

function sayStore(moment: Moment, which: 'first' | 'second'): string {
  if (isCookieSession(moment)) return 'no store';
  const all = listRecordsAt(moment, which);
  const records = all
    .slice(0, MAX_RECORDS)
    .map(([sid, { cookie: _, ...data }]) => [sid, toShown(data)] as const);
  const [first, second] = records;
  if (!first) return '{}';
  // One that holds nothing, as of a session that nobody is logged in to, would look like no record.
  const isEmpty = Object.keys(first[1]).length === 0;
  if (!second && !isEmpty) return formatLiteral(first[1]);
  const text = formatLiteral(
    Object.fromEntries(records.map(([sid, data]) => [shorten(sid), data])),
  );
  const more = all.length - records.length;
  return more > 0 ? `${text.slice(0, -2)}, … ${more} more }` : text;
}

/** Says what happened to a credential that is a cookie. */
function sayCookieNews(news: CredentialNews, sent: string): string {
  switch (news.type) {
    case 'deleted':
      return 'deleted';
    case 'given':
      return news.refused ? 'set in response, refused' : 'set in response';
    case 'replaced':
      return 'replaced by nobody’s';
    case 'sent':
      return sent;
    case 'kept':
      return 'stored in jar';
    default:
      return sayOtherNews(news);
  }
}

/** Says what happened to a token that the client's own code keeps; in short where many look on. */
function sayTokenNews(news: CredentialNews, short: boolean): string {
  switch (news.type) {
    case 'deleted':
      return 'deleted from client';
    case 'given':
      return 'sent in response';
    case 'sent':
      return short ? 'sent as Bearer' : 'sent in Authorization header';
    case 'kept':
      return short ? `in ${news.place}` : 'stored in client';
    default:
      return sayOtherNews(news);
  }
}

type OtherNews = Exclude<CredentialNews, { readonly type: 'deleted' | 'given' | 'sent' | 'kept' }>;

function sayOtherNews(news: CredentialNews | OtherNews): string {
  switch (news.type) {
    case 'copied':
      return 'copied by attacker';
    case 'planted':
      return 'planted by attacker';
    case 'copyUsed':
      return 'copy used by attacker';
    case 'attackersOnly':
      return 'attacker’s copy only';
    case 'made':
      return `${news.token.split('.')[0]}...`;
    default:
      return 'none';
  }
}

function sayToken(moment: Moment): string {
  const news = readCredentialNews(moment);
  if (isInCookie(moment)) return sayCookieNews(news, 'sent as a cookie');
  const { kind } = moment;
  const isWatched = listCopies(moment).length > 0 || isFromBelow(moment);
  // A whole request in one step: its header has a column of its own, and that one is narrow.
  return sayTokenNews(news, isWatched || kind === 'request.whole');
}

/** Says what the tracker shows of each variable after a step: the last thing that happened to it, else where it rests. */
export const sayVariables = ({ session, token }: Step): StepTelling['variables'] => ({
  sessionStore: sayStore(session, 'first'),
  sessionStoreB: sayStore(session, 'second'),
  sessionCookie: sayCookieNews(readCredentialNews(session), 'sent with request'),
  token: sayToken(token),
});

/** Lists the variables that have another value, or another holder, than in the step before, and are told otherwise. */
export function listChanged(step: Step, before: Step | null): readonly Variable[] {
  if (!before) return [];
  const [was, is] = [sayVariables(before), sayVariables(step)];
  const tests: Readonly<Record<Variable, () => boolean>> = {
    sessionStore: () => true,
    sessionStoreB: () => true,
    sessionCookie: () => changesHolder(step.session),
    token: () => changesHolder(step.token),
  };
  const variables = Object.keys(tests) as Variable[];
  return variables.filter((variable) => was[variable] !== is[variable] && tests[variable]());
}

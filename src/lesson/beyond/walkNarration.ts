import type { Strategy } from '../../sim/strategy.ts';
import type { Frame, LaneFrame } from '../../sim/trace.ts';
import type { WalkKind } from '../book.ts';
import { decodeToken } from '../decodeToken.ts';
import {
  findCookie,
  findRequest,
  findResponse,
  findToken,
  readGivenCredential,
  readSentCredential,
  readSid,
  setsTokenCookie,
  toRecords,
  toStoreCalls,
} from '../facts.ts';
import { FAILURE_WORDS } from '../failures.ts';
import { formatCount, formatDate, formatLiteral, formatTime, shorten } from '../format.ts';
import { COOKIE_REFUSED } from '../idleWalk.ts';
import type { RichText } from '../richText.ts';
import { say } from '../richText.ts';
import { SESSION_SENTENCES } from '../sessionSentences.ts';
import { readStatus, readStatusLine, sayUntil } from '../sharedSentences.ts';
import { TOKEN_SENTENCES } from '../tokenSentences.ts';
import { sayCopyOf } from './copy.ts';
import {
  countDenied,
  countRefreshTokens,
  findServer,
  findServerId,
  isAtSecond,
  toServerWords,
} from './parties.ts';

/** Says a step of the walk's kinds otherwise; `null` where the walk's words are right. */
type Amendment = (lane: LaneFrame) => RichText | null;

const SENTENCES = { session: SESSION_SENTENCES, token: TOKEN_SENTENCES } as const;

/** The walk's own words, for an addition to them. */
const sayWalk = (strategy: Strategy, kind: WalkKind, lane: LaneFrame) =>
  SENTENCES[strategy][kind](lane);

const toServer = (lane: LaneFrame) => toServerWords(findServerId(lane));
const capitalize = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What a token claims, without the second of its making, which says nothing to the reader. */
function readClaims(token: string): Record<string, unknown> {
  const { iat: _, ...claims } = decodeToken(token).payload ?? {};
  return claims;
}

const sayCreateSession: Amendment = (lane) => {
  const { proof } = lane.outcome;
  const record = toRecords(lane).find(([sid]) => sid === proof?.credential)?.[1];
  if (!proof || !record?.data) return null;
  const { cookie: _, ...kept } = record;
  return say`The store keeps ${formatLiteral(kept)} under the session ID ${shorten(proof.credential)} ${sayUntil(lane, proof.expiresAt)}. All of it stays on the server; the cookie will hold the ID alone.`;
};

const sayCreateToken: Amendment = (lane) => {
  const { proof } = lane.outcome;
  if (!proof) return null;
  const claims = readClaims(proof.credential);
  const refresh = countRefreshTokens(lane);
  if (Object.keys(claims).every((name) => name === 'id' || name === 'exp') && refresh === null)
    return null;
  return say`The server signs ${formatLiteral(claims)}: ${proof.credential.length} characters, signed but not encrypted, good ${sayUntil(lane, proof.expiresAt)}. It does not write the access token down.`;
};

const sayRespondToken: Amendment = (lane) => {
  if (lane.outcome.failure || countRefreshTokens(lane) === null) return null;
  const text = sayWalk('token', 'login.respond', lane);
  return [...text, ' A refresh token comes with it, for the next one.'];
};

const sayLogin =
  (strategy: Strategy): Amendment =>
  (lane) => {
    const { failure, idle } = lane.outcome;
    if (failure) return null;
    const given = readGivenCredential(findResponse(lane), strategy);
    if (idle === 'cookieRefused') return [COOKIE_REFUSED];
    if (!given) return [...sayWalk(strategy, 'login.respond', lane)];
    const keeps = sayWalk(strategy, 'login.store', lane);
    const line = readStatusLine(lane);
    if (strategy === 'token') {
      const where = setsTokenCookie(findResponse(lane)) ? 'in a cookie' : 'in its body';
      const refresh = countRefreshTokens(lane) === null ? '' : ', with a refresh token';
      return [
        ...say`The password is right; ${line} hands out a token ${where}${refresh}. `,
        ...keeps,
      ];
    }
    const sid = readSid(given);
    const sent = readSentCredential(findRequest(lane), 'session');
    const same = sent !== null && readSid(sent) === sid;
    const how = same
      ? say`Without ${'regenerate()'} the login stays on the session ID that came with the request, ${shorten(sid)}, which now belongs to the user. `
      : say`The password is right; ${line} sets the cookie with the session ID ${shorten(sid)}. `;
    return [...how, ...keeps];
  };

/** A request that another than the walk's reasons let through or kept out. */
const sayVerify =
  (strategy: Strategy): Amendment =>
  (lane) => {
    const { failure, proof } = lane.outcome;
    if (failure === 'headersTooLarge')
      return ['Nobody checks the token: ', `${FAILURE_WORDS[failure]}.`];
    const id = findServerId(lane);
    const ahead = findServer(lane, id)?.clockOffset ?? 0;
    const asked = toStoreCalls(lane).find(({ method }) => method === 'get');
    if (strategy === 'token' && asked) {
      const found = failure
        ? [`${FAILURE_WORDS[failure]}.`]
        : ['it is not there, so the token is believed.'];
      return [
        `The signature fits and exp has not passed. ${capitalize(toServerWords(id))} then asks its deny-list for the jti `,
        { code: shorten(asked.target) },
        ': ',
        ...found,
      ];
    }
    if (strategy === 'token' && ahead !== 0) {
      const time = formatTime(lane.state.clock + ahead);
      const text = [`By the clock of ${toServerWords(id)} it is `, { code: time }, '. '];
      if (failure) return [...text, `It refuses: ${FAILURE_WORDS[failure]}.`];
      return [
        ...text,
        ...say`The signature fits, and exp ${formatTime(proof?.expiresAt ?? 0)} has not passed, so the payload is believed.`,
      ];
    }
    if (!isAtSecond(lane)) return null;
    return ['At the second server: ', ...sayWalk(strategy, 'request.verify', lane)];
  };

const NOT_ENOUGH = 'The server knows who asks and refuses.';

const sayAnswer =
  (strategy: Strategy): Amendment =>
  (lane) => {
    const { failure, status } = lane.outcome;
    if (failure && (status === 403 || status === 431)) {
      const more = status === 403 ? NOT_ENOUGH : 'The token itself was never looked at.';
      return [
        `${capitalize(toServer(lane))} answers `,
        { code: readStatusLine(lane) },
        `: ${FAILURE_WORDS[failure]}. ${more}`,
      ];
    }
    if (!isAtSecond(lane)) return null;
    return ['The second server answers. ', ...sayWalk(strategy, 'request.respond', lane)];
  };

const toCarried = (strategy: Strategy, lane: LaneFrame): string => {
  if (readSentCredential(findRequest(lane), strategy) === null)
    return strategy === 'session'
      ? 'without a cookie'
      : 'without a token, since the client has none';
  return strategy === 'session' ? 'with the cookie' : 'with the token';
};

const sayWholeRequest =
  (strategy: Strategy): Amendment =>
  (lane) => {
    const { failure, proof, status } = lane.outcome;
    const sent = readSentCredential(findRequest(lane), strategy);
    const asked = strategy === 'token' && toStoreCalls(lane).some(({ method }) => method === 'get');
    const unusual =
      isAtSecond(lane) ||
      status === 403 ||
      status === 431 ||
      asked ||
      (sent === null && strategy === 'token' && lane.state.clients.client?.discarded === null);
    if (!unusual) return null;
    const target = findRequest(lane)?.target ?? '';
    const server = toServer(lane);
    if (proof) {
      const list = asked ? ' and its jti is not on the deny-list' : '';
      const holds =
        strategy === 'session'
          ? say`: it finds the session of ${proof.userId}.`
          : say`: the token of ${proof.userId} holds${list}.`;
      return [
        ...say`The request for ${target} goes to `,
        `${server}, which answers `,
        { code: readStatus(lane) },
        ...holds,
      ];
    }
    const why = failure ? FAILURE_WORDS[failure] : 'refused';
    // An Authorization header is only one of the places where a token could be.
    const words = failure === 'tokenMissing' ? 'the request carries no token' : why;
    return [
      ...say`The request for ${target} goes to `,
      `${server} ${toCarried(strategy, lane)}. It answers `,
      { code: readStatusLine(lane) },
      `: ${words}.${status === 403 ? ` ${NOT_ENOUGH}` : ''}`,
    ];
  };

const sayToldLogout: Amendment = (lane) => {
  const response = findResponse(lane);
  if (!response) return null;
  const denied = countDenied(lane);
  const at = isAtSecond(lane) ? ' at the second server' : '';
  const does =
    denied === null
      ? countRefreshTokens(lane) === null
        ? 'its Set-Cookie takes the token’s cookie away'
        : 'the server forgets the refresh tokens of this login'
      : 'the server puts the token’s jti on its deny-list';
  return [
    { code: 'POST /logout' },
    `${at} is answered `,
    { code: readStatus(lane) },
    `: ${does}. The client drops what it has.`,
    ...sayCopyOf('token', lane),
  ];
};

/** A moment, with its date when that is not the day on which the credential was made. */
function formatMoment({ state: { clock } }: LaneFrame, from: number | null): string {
  return from === null || clock - from < 86_400 ? formatTime(clock) : formatDate(clock);
}

const sayWaitSession: Amendment = (lane) => {
  const { state } = lane;
  const records = toRecords(lane);
  const cookie = findCookie(lane);
  const [first] = records;
  const expires = first?.[1].cookie.expires ?? null;
  const seconds = expires === null ? null : Date.parse(expires) / 1000;
  const now = say`The clock stands at ${formatMoment(lane, cookie?.created ?? seconds)}. `;
  const jar = cookie
    ? cookie.expires === null
      ? ['The browser’s cookie has no date and stays until the browser closes. ']
      : say`The browser keeps its cookie until ${formatTime(cookie.expires)}. `
    : first && state.clients.client?.discarded === null
      ? ['The browser has dropped its cookie, whose date has passed. ']
      : ['The jar is empty. '];
  const store = !first
    ? ['The store holds no records.']
    : seconds === null
      ? ['The record in the store has no end either.']
      : seconds > state.clock
        ? say`The record in the store is good until ${formatTime(seconds)}.`
        : ['The record’s time is over too; it goes when somebody asks for it.'];
  return [...now, ...jar, ...store, ...sayCopyOf('session', lane)];
};

const sayWaitToken: Amendment = (lane) => {
  const { state } = lane;
  const token = findToken(lane);
  const claims = token ? decodeToken(token.value).payload : null;
  const exp = typeof claims?.exp === 'number' ? claims.exp : null;
  const iat = typeof claims?.iat === 'number' ? claims.iat : null;
  const now = say`The clock stands at ${formatMoment(lane, iat ?? state.clock)}. `;
  const held = !token
    ? ['The client holds no token.']
    : exp === null
      ? ['The client’s token names no end.']
      : exp > state.clock
        ? say`The client’s token is good until ${formatTime(exp)}; nothing moves that.`
        : ['The client still holds its token, but exp has passed.'];
  return [...now, ...held, ...sayCopyOf('token', lane)];
};

const sayEndToken: Amendment = (lane) => {
  const token = findToken(lane);
  const [denied, refresh] = [countDenied(lane), countRefreshTokens(lane)];
  const never = lane.state.clients.client?.discarded === null && !token;
  if (denied === null && refresh === null && !never) return null;
  const client = token ? 'The client still has its token. ' : 'The client holds no token. ';
  const kept = [
    denied === null ? [] : [`${denied} jti on its deny-list`],
    refresh === null ? [] : [formatCount(refresh, 'usable refresh token')],
  ].flat();
  const server =
    kept.length === 0
      ? say`The server holds ${formatCount(toRecords(lane).length, 'record')}, as it did all along.`
      : say`The server keeps ${kept.join(' and ')}: state after all.`;
  return [client, ...server, ...sayCopyOf('token', lane)];
};

type Table = Readonly<Partial<Record<WalkKind, Amendment>>>;

const TABLES: Readonly<Record<Strategy, Table>> = {
  session: {
    'login.create': sayCreateSession,
    'login.whole': sayLogin('session'),
    'request.verify': sayVerify('session'),
    'request.respond': sayAnswer('session'),
    'request.whole': sayWholeRequest('session'),
    'wait.pass': sayWaitSession,
  },
  token: {
    'login.create': sayCreateToken,
    'login.respond': sayRespondToken,
    'login.whole': sayLogin('token'),
    'request.verify': sayVerify('token'),
    'request.respond': sayAnswer('token'),
    'request.whole': sayWholeRequest('token'),
    'logout.request': sayToldLogout,
    'logout.whole': sayToldLogout,
    'wait.pass': sayWaitToken,
    'end.rest': sayEndToken,
  },
};

/** Says a step of the walk's kinds where a run goes beyond the walk; `null` where its words are right. */
export function amendNarration(frame: Frame, strategy: Strategy): RichText | null {
  const amendment = TABLES[strategy][frame.kind as WalkKind];
  return amendment?.(frame[strategy]) ?? null;
}

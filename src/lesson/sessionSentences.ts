import type { WalkKind } from './book.ts';
import {
  clearsCookie,
  countSecrets,
  findCookie,
  findRequest,
  findResponse,
  readGivenCredential,
  readSentCredential,
  readSid,
  toRecords,
  toStoreCalls,
} from './facts.ts';
import { FAILURE_WORDS } from './failures.ts';
import { cut, formatCount, formatTime, shorten } from './format.ts';
import type { Sentence } from './narration.ts';
import { say } from './richText.ts';
import {
  readStatus,
  readStatusLine,
  sayDenied,
  sayLoginRequest,
  sayLoginVerify,
  sayRefusedLogin,
  sayUntil,
  sayWait,
} from './sharedSentences.ts';

const sayCreate: Sentence = (lane) => {
  const { proof } = lane.outcome;
  if (!proof) return ['Nothing is created: the login was refused.'];
  const sid = shorten(proof.credential);
  const isFresh = toStoreCalls(lane).some(({ method }) => method === 'destroy');
  const drawn = isFresh
    ? say`${'regenerate()'} draws a fresh session ID, ${sid},`
    : say`Without ${'regenerate()'} the session ID stays the one it was, ${sid},`;
  return [
    ...drawn,
    ...say` and the store keeps ${`{ userId: '${proof.userId}' }`} under it ${sayUntil(lane, proof.expiresAt)}. express-session writes the record as the response ends; it is shown here first.`,
  ];
};

const sayRespond: Sentence = (lane) => {
  const given = readGivenCredential(findResponse(lane), 'session');
  if (lane.outcome.failure) return sayRefusedLogin(lane);
  if (!given)
    return say`The server answers ${readStatus(lane)} but sends no cookie, and no error either: a Secure cookie does not leave over plain http.`;
  return say`${readStatusLine(lane)} carries ${`Set-Cookie: connect.sid=${cut(given, 14)}`}: the session ID ${shorten(readSid(given))} in clear and an HMAC over it. The data stays in the store.`;
};

const sayStore: Sentence = (lane) => {
  const cookie = findCookie(lane);
  if (!cookie) return ['The response set no cookie, so the jar stays as it was.'];
  const end = cookie.expires === null ? ['the browser closes'] : say`${formatTime(cookie.expires)}`;
  return [
    ...say`The browser files ${cookie.name} in its jar by itself, for ${cookie.domain + cookie.path} until `,
    ...end,
    ...say`. ${cookie.httpOnly ? 'HttpOnly' : 'No HttpOnly'}: the page’s scripts ${cookie.httpOnly ? 'cannot' : 'can'} read it.`,
  ];
};

const saySend: Sentence = (lane) => {
  const sent = readSentCredential(findRequest(lane), 'session');
  const target = findRequest(lane)?.target ?? '';
  if (!sent)
    return say`The browser requests ${target}. The jar has no cookie for this server, so none is sent.`;
  return say`The page asks for ${target} and names no credential. The browser attaches ${`Cookie: connect.sid=${cut(sent, 14)}`} by itself, as it does to every request of this page to its server.`;
};

const sayVerify: Sentence = (lane) => {
  const { proof, failure } = lane.outcome;
  const get = toStoreCalls(lane).find(({ method }) => method === 'get');
  if (proof && get)
    return say`The signature fits, so the server asks the store: ${`get('${shorten(get.target)}')`} finds ${`{ userId: '${proof.userId}' }`}, good until ${proof.expiresAt === null ? 'destroyed' : formatTime(proof.expiresAt)}. One look-up on every request.`;
  const why = failure ? FAILURE_WORDS[failure] : 'refused';
  if (get) return [...say`The server asks the store for ${shorten(get.target)}: `, `${why}.`];
  return say`The server does not ask the store: ${why}.`;
};

const sayAnswer: Sentence = (lane) => {
  const { proof } = lane.outcome;
  if (!proof) return sayDenied(lane, 'The user must log in.');
  const answer = say`${readStatusLine(lane)} for ${proof.userId}. `;
  const sent = readGivenCredential(findResponse(lane), 'session') !== null;
  const cookie = sent ? 'The response sets the cookie again' : 'The response sets no cookie';
  if (proof.expiresAt === null)
    return [...answer, `${cookie}; neither the record nor the cookie has a date to move.`];
  const touched = say`; ${'touch()'} moves the record’s end to ${formatTime(proof.expiresAt)}, `;
  const copy = sent
    ? 'and the browser’s copy with it.'
    : 'and nothing moves the browser’s own date.';
  return [...answer, cookie, ...touched, copy];
};

const sayLogout: Sentence = (lane) => {
  const destroyed = toStoreCalls(lane).find(({ method }) => method === 'destroy');
  const request = findRequest(lane);
  const cleared = clearsCookie(findResponse(lane)) && !findCookie(lane);
  const record = destroyed
    ? say`the server calls ${`destroy('${shorten(destroyed.target)}')`}`
    : ['the server keeps the record'];
  const cookie = cleared
    ? say` and ${readStatus(lane)} expires the cookie, so the jar drops it.`
    : [findCookie(lane) ? ', and the browser keeps a cookie.' : ', and the jar is empty.'];
  return [
    ...say`${`${request?.method} ${request?.target}`}: `,
    ...record,
    ...cookie,
    ...sayCookieCopy(lane),
  ];
};

const sayCookieCopy: Sentence = (lane) => {
  const { copy } = lane.outcome;
  if (!copy) return [];
  if (copy.accepted)
    return say` A copy of the cookie would still be accepted ${sayUntil(lane, copy.expiresAt)}.`;
  const why = copy.failure ? FAILURE_WORDS[copy.failure] : 'refused';
  return [` A copy of the cookie is worth nothing: ${why}.`];
};

const sayCleanup: Sentence = (lane) => {
  const count = toRecords(lane).length;
  const rest =
    lane.outcome.idle === 'recordKept'
      ? say`At rest, but not clean: the store still holds ${formatCount(count, 'record')}.`
      : say`At rest: the record went with the logout request, and the store holds ${formatCount(count, 'record')}.`;
  return [...rest, ...sayCookieCopy(lane)];
};

const sayWhole: Sentence = (lane) => {
  const target = findRequest(lane)?.target ?? '';
  const { proof } = lane.outcome;
  if (proof)
    return say`The request for ${target} is answered ${readStatus(lane)}: the session of ${proof.userId} is still alive.`;
  const sent = readSentCredential(findRequest(lane), 'session');
  const how = sent
    ? 'with a cookie that opens nothing'
    : 'without a cookie, since the jar is empty';
  return [
    ...say`The request for ${target} goes out `,
    `${how}. `,
    ...sayDenied(lane, 'The user must log in again.'),
  ];
};

const sayEnd: Sentence = (lane) => {
  const count = toRecords(lane).length;
  const jar = findCookie(lane) ? 'the jar still has a cookie' : 'the jar is empty';
  return [
    ...say`The store holds ${formatCount(count, 'record')} and ${jar}.`,
    ...sayCookieCopy(lane),
  ];
};

/** The session lane's sentences, one for each kind of step. */
export const SESSION_SENTENCES: Readonly<Record<WalkKind, Sentence>> = {
  start: (lane) =>
    say`Nobody is logged in. The jar holds ${formatCount(findCookie(lane) ? 1 : 0, 'cookie')}, the store ${formatCount(toRecords(lane).length, 'record')}, and the server has ${countSecrets(lane)} to sign session IDs with.`,
  'login.request': sayLoginRequest,
  'login.verify': sayLoginVerify,
  'login.create': sayCreate,
  'login.respond': sayRespond,
  'login.store': sayStore,
  'request.send': saySend,
  'request.verify': sayVerify,
  'request.respond': sayAnswer,
  'logout.request': sayLogout,
  'logout.cleanup': sayCleanup,
  'wait.pass': sayWait,
  'end.rest': sayEnd,
  'login.whole': (lane) => (lane.outcome.failure ? sayRefusedLogin(lane) : sayStore(lane)),
  'request.whole': sayWhole,
  'logout.whole': sayLogout,
};

import type { WalkKind } from './book.ts';
import { decodeToken } from './decodeToken.ts';
import {
  countSecrets,
  findRequest,
  findResponse,
  findToken,
  readGivenCredential,
  readSentCredential,
  setsTokenCookie,
  toRecords,
} from './facts.ts';
import { FAILURE_WORDS } from './failures.ts';
import { cut, formatCount, formatTime } from './format.ts';
import { CLEANED_AT_LOGOUT } from './idleWalk.ts';
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

const sayCookie: Sentence = (lane) =>
  say`The browser files the token’s ${findToken(lane)?.value.length ?? 0} characters in its jar by itself, HttpOnly: the page’s scripts cannot read them, and every request takes them along.`;

const toClaims = (userId: string, exp: number | null) =>
  exp === null ? `{ id: '${userId}' }` : `{ id: '${userId}', exp: ${exp} }`;

const readAlgorithm = (token: string) => String(decodeToken(token).header?.alg);

const sayCreate: Sentence = (lane) => {
  const { proof } = lane.outcome;
  if (!proof) return ['Nothing is created: the login was refused.'];
  return say`The server signs ${toClaims(proof.userId, proof.expiresAt)} with ${readAlgorithm(proof.credential)} and its secret: ${proof.credential.length} characters, signed but not encrypted, good ${sayUntil(lane, proof.expiresAt)}. It writes nothing down.`;
};

const sayRespond: Sentence = (lane) => {
  if (lane.outcome.failure) return sayRefusedLogin(lane);
  const given = readGivenCredential(findResponse(lane), 'token') ?? '';
  if (setsTokenCookie(findResponse(lane)))
    return say`${readStatusLine(lane)} carries the token in an HttpOnly cookie, ${`Set-Cookie: token=${cut(given, 10)}`}, ${given.length} characters: no script can read it, and the browser will send it by itself.`;
  return say`${readStatusLine(lane)} carries the token itself in its body, ${`{"token":"${cut(given, 10)}"}`}. Whoever holds these ${given.length} characters can read the payload, and can use it.`;
};

const sayStore: Sentence = (lane) => {
  const token = findToken(lane);
  if (!token) return ['The response held no token, so there is nothing to keep.'];
  if (token.place === 'cookie') return sayCookie(lane);
  // A variable is no storage: only code that has it in reach can read it.
  if (token.place === 'memory')
    return say`The page’s own code keeps the ${token.value.length} characters in a variable: no storage to look through, and a reload loses them.`;
  return say`The page’s own code puts the ${token.value.length} characters into ${token.place}. Any script that runs in the page can read them there; no browser rule guards them.`;
};

const saySend: Sentence = (lane) => {
  const sent = readSentCredential(findRequest(lane), 'token');
  const target = findRequest(lane)?.target ?? '';
  if (!sent)
    return say`The page asks for ${target}. It has no token, so it sets no Authorization header.`;
  if (findToken(lane)?.place === 'cookie')
    return say`The page asks for ${target}. The browser attaches ${`Cookie: token=${cut(sent, 10)}`} by itself, as it would a session cookie.`;
  return say`The page asks for ${target}, and its code sets ${`Authorization: Bearer ${cut(sent, 10)}`}. The browser would not do it by itself, for this site or for any other.`;
};

const sayVerify: Sentence = (lane) => {
  const { proof, failure } = lane.outcome;
  if (!proof)
    return say`The server asks no store and refuses: ${failure ? FAILURE_WORDS[failure] : 'refused'}.`;
  if (proof.expiresAt === null)
    return say`The ${readAlgorithm(proof.credential)} signature fits, so the payload is believed: ${toClaims(proof.userId, null)}. It names no end.`;
  return say`The server recomputes the ${readAlgorithm(proof.credential)} signature and it fits, so the payload is believed: ${`id: '${proof.userId}'`}. exp ${formatTime(proof.expiresAt)} is after ${formatTime(lane.state.clock)}. No store is asked.`;
};

const sayAnswer: Sentence = (lane) => {
  const { proof } = lane.outcome;
  if (!proof) return sayDenied(lane, 'The user must log in.');
  return say`${readStatusLine(lane)} for ${proof.userId}, on the word of the token alone. Using it does not prolong it: its exp stays ${proof.expiresAt === null ? 'none' : formatTime(proof.expiresAt)}.`;
};

const sayTokenCopy: Sentence = (lane) => {
  const { copy } = lane.outcome;
  if (!copy) return [];
  if (!copy.accepted)
    return [` A copy would be refused: ${copy.failure ? FAILURE_WORDS[copy.failure] : 'refused'}.`];
  return say` A copy of it would still be accepted ${sayUntil(lane, copy.expiresAt)}.`;
};

const sayToldLogout: Sentence = (lane) => [
  ...say`${'POST /logout'} is answered ${readStatus(lane)}: the server keeps something about tokens here, so it has to be told. The client drops its own.`,
  ...sayTokenCopy(lane),
];

const sayLogout: Sentence = (lane) => {
  if (findResponse(lane)) return sayToldLogout(lane);
  const requests = lane.messages.length;
  return [
    ...say`The page’s code drops the token. It sends ${formatCount(requests, 'request')}: the server does not learn of it.`,
    ...sayTokenCopy(lane),
  ];
};

const sayCleanup: Sentence = (lane) => [
  ...(lane.outcome.idle === 'cleanedAtLogout'
    ? [`At rest. ${CLEANED_AT_LOGOUT}`]
    : say`At rest: the server never wrote the token down. It holds ${formatCount(toRecords(lane).length, 'record')}, so there is nothing to delete, and nothing to refuse the token by.`),
  ...sayTokenCopy(lane),
];

const sayWhole: Sentence = (lane) => {
  const { proof } = lane.outcome;
  const target = findRequest(lane)?.target ?? '';
  if (proof)
    return say`The request for ${target} is answered ${readStatus(lane)}: the token of ${proof.userId} still holds.`;
  const sent = readSentCredential(findRequest(lane), 'token');
  const how = sent ? 'with a token. ' : 'without a token, since none is left. ';
  return [
    ...say`The request for ${target} goes out `,
    how,
    ...sayDenied(lane, 'The user must log in again.'),
  ];
};

const sayEnd: Sentence = (lane) => [
  findToken(lane)
    ? 'The client still has its token. '
    : 'For the honest client it is over: the token is gone. ',
  ...say`The server holds ${formatCount(toRecords(lane).length, 'record')}, as it did all along.`,
  ...sayTokenCopy(lane),
];

/** The token lane's sentences, one for each kind of step. */
export const TOKEN_SENTENCES: Readonly<Record<WalkKind, Sentence>> = {
  start: (lane) =>
    say`Nobody is logged in. The client keeps ${formatCount(findToken(lane) ? 1 : 0, 'token')}, and the server has ${countSecrets(lane)} to sign with and ${formatCount(Object.keys(lane.state.stores).length, 'session store')}: it will remember nothing.`,
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

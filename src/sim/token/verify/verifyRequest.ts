import type { JWTPayload } from 'jose';
import { CLIENT, DENY_LIST } from '../../actors.ts';
import { checkCopies, TRIAL } from '../../copies.ts';
import { readCookie } from '../../http/cookies.ts';
import { exceedsHeaderLimit } from '../../http/headerLimit.ts';
import { makeRequest } from '../../http/request.ts';
import type { CheckCopy } from '../../lanes/lane.ts';
import type { Recorder } from '../../lanes/recorder.ts';
import type { Message } from '../../message.ts';
import { getHeader, makeStoreCall } from '../../message.ts';
import type { CopyCheck, FailureCode, Proof } from '../../outcome.ts';
import type { Settings } from '../../settings.ts';
import type { ServerState, State } from '../../state.ts';
import { getServer, readClock } from '../../state.ts';
import { toTokenCookieName } from '../client/cookieName.ts';
import { toFields } from '../client/fields.ts';
import { isAccessToken } from '../jwt/accessToken.ts';
import { toOwnClaims } from '../jwt/claims.ts';
import { toDemandedTyp } from '../jwt/header.ts';
import type { Secret, Verification } from '../jwt/jwt.ts';
import { readExpiry, verifyToken } from '../jwt/jwt.ts';
import { areListsDown, askLists } from '../lists.ts';
import { readBearer } from './bearer.ts';
import { compareIat, isOutdated } from './compareIat.ts';
import { decodeOnly } from './decodingVerifier.ts';
import { verifyNaively } from './naiveVerifier.ts';
import { isOnlyDecoded, toHeldUntil } from './onlyDecoded.ts';

type Verdict =
  | { readonly proof: Proof; readonly claims: JWTPayload; readonly failure: null }
  | { readonly proof: null; readonly claims: null; readonly failure: FailureCode };

const refuse = (failure: FailureCode): Verdict => ({ proof: null, claims: null, failure });

function toSecret({ secrets, keyIds }: ServerState, server: string): Secret {
  if (keyIds) return (kid) => secrets.find((_, i) => keyIds[i] === kid);
  const [secret] = secrets;
  if (secret === undefined) throw new RangeError(`server ${server} has no secret to verify with`);
  return secret;
}

/** Reads a token by the verifier that the servers have. */
async function readClaims(
  settings: Settings,
  state: State,
  server: string,
  token: string,
  onCheck?: () => void,
): Promise<Verification> {
  if (isOnlyDecoded(settings)) return decodeOnly(token);
  const { algorithms, leeway, verifier } = settings.token;
  const secret = toSecret(getServer(state, server), server);
  const now = readClock(state, server);
  const own = { ...toOwnClaims(settings, server), typ: toDemandedTyp(settings), onCheck };
  return verifier === 'naive'
    ? verifyNaively(token, secret, now, own)
    : verifyToken(token, secret, now, { ...own, algorithms, leeway });
}

/** Verifies a token as a server would, without its deny-list. */
async function verifyAt(
  settings: Settings,
  state: State,
  server: string,
  token: string,
  onCheck?: () => void,
): Promise<Verdict> {
  const { claims, failure } = await readClaims(settings, state, server, token, onCheck);
  if (failure !== null) return refuse(failure);
  const { id, exp = null } = claims;
  // A token that names no user proves none, however well it is signed.
  if (typeof id !== 'string') return refuse('tokenClaimsInvalid');
  return {
    proof: { userId: id, credential: token, expiresAt: toHeldUntil(settings, exp) },
    claims,
    failure: null,
  };
}

/** Returns the exp with which a token ID is on a server's deny-list, `null` where it has none; `undefined`: it is not there. */
function findDenied(state: State, server: string, { jti }: JWTPayload): number | null | undefined {
  const { denyList } = getServer(state, server);
  // A token without an ID is on no list under what that reads as.
  const id = String(jti);
  return denyList !== null && Object.hasOwn(denyList, id) ? denyList[id] : undefined;
}

/** Reads the token of a request: from its cookie where the server set one, else from Authorization. */
function readPresented(settings: Settings, request: Message): string | null {
  if (settings.token.keptIn !== 'cookie') return readBearer(getHeader(request, 'Authorization'));
  return readCookie(getHeader(request, 'Cookie'), toTokenCookieName(settings)) || null;
}

/** Tells whether a server has a deny-list, and the token an ID to ask it for. */
const needsDenyList = (state: State, server: string, { jti }: JWTPayload): boolean =>
  getServer(state, server).denyList !== null && jti !== undefined;

/** Asks a server's deny-list, where there is one and the token has an ID to ask for. */
function askDenyList(recorder: Recorder, server: string, claims: JWTPayload): FailureCode | null {
  const { state } = recorder;
  const { jti } = claims;
  if (!needsDenyList(state, server, claims) || jti === undefined) return null;
  // Neither yes nor no can be said, and no is the safe one: an error, and no refusal.
  if (areListsDown(state, server)) return 'denyListFailed';
  const denied = findDenied(state, server, claims);
  const body = denied === undefined ? null : JSON.stringify(denied);
  askLists(
    recorder,
    makeStoreCall({ from: server, to: DENY_LIST, method: 'get', target: jti, body }),
  );
  return denied === undefined ? null : 'tokenRevoked';
}

/** Decides on a request by its token: signature, algorithm, claims, and what a server looks up where it does. */
export async function verifyRequest(recorder: Recorder, request: Message): Promise<Verdict> {
  const { settings, state } = recorder;
  const server = request.to;
  const token = readPresented(settings, request);
  if (token === null) return refuse('tokenMissing');
  const onCheck = () => recorder.countSignature('checked');
  const verdict = await verifyAt(settings, state, server, token, onCheck);
  if (verdict.failure !== null) return verdict;
  const { claims } = verdict;
  const failure = askDenyList(recorder, server, claims) ?? compareIat(recorder, server, claims);
  return failure === null ? verdict : refuse(failure);
}

/** Tells whether a request with this token is refused before anybody looks at the token. */
function isTooLarge(settings: Settings, state: State, token: string, server: string): boolean {
  const { origin } = getServer(state, server);
  const fields = toFields(token, settings);
  return exceedsHeaderLimit(makeRequest({ ...TRIAL, to: server, origin, ...fields }));
}

/** Says what a server's deny-list would have against a token, without a trace. */
function lookUpDenied(state: State, server: string, claims: JWTPayload): FailureCode | null {
  if (needsDenyList(state, server, claims) && areListsDown(state, server)) return 'denyListFailed';
  return findDenied(state, server, claims) === undefined ? null : 'tokenRevoked';
}

async function tryToken(
  settings: Settings,
  state: State,
  token: string,
  server: string,
): Promise<CopyCheck> {
  const verdict = await verifyAt(settings, state, server, token);
  const { claims } = verdict;
  const listed = claims && lookUpDenied(state, server, claims);
  const outdated = claims !== null && isOutdated(state, settings, claims);
  const failure = isTooLarge(settings, state, token, server)
    ? 'headersTooLarge'
    : (verdict.failure ?? listed ?? (outdated ? 'tokenOutdated' : null));
  const exp = toHeldUntil(settings, readExpiry(token));
  const { leeway = 0, verifier } = settings.token;
  const expiresAt = exp === null || verifier === 'naive' ? exp : exp + leeway;
  return { accepted: failure === null, expiresAt, failure };
}

/** A refresh token that is a JWT can be sent as if it were an access token. */
const isSent = (token: string) => token.includes('.');

/** Tries what copies of tokens that a client dropped, or that were stolen, would get now. */
export const checkCopy: CheckCopy = (settings, state, owner = CLIENT) =>
  checkCopies(state, owner, { isFirst: isAccessToken, isOther: isSent }, (token, server) =>
    tryToken(settings, state, token, server),
  );

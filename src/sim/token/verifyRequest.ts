import { CLIENT, SERVER } from '../actors.ts';
import type { Message } from '../message.ts';
import { getHeader } from '../message.ts';
import type { CopyCheck, FailureCode, Proof } from '../outcome.ts';
import type { Settings } from '../settings.ts';
import type { State } from '../state.ts';
import { getClient, getServer, readClock } from '../state.ts';
import { readBearer } from './bearer.ts';
import { readExpiry, verifyToken } from './jwt.ts';

type Verdict =
  | { readonly proof: Proof; readonly failure: null }
  | { readonly proof: null; readonly failure: FailureCode };

async function verifyAt(state: State, server: string, token: string): Promise<Verdict> {
  const secret = getServer(state, server).secrets[0];
  if (secret === undefined) throw new RangeError(`server ${server} has no secret to verify with`);
  const { claims, failure } = await verifyToken(token, secret, readClock(state, server));
  if (failure !== null) return { proof: null, failure };
  const { id, exp: expiresAt = null } = claims;
  // A token that names no user proves none, however well it is signed.
  if (typeof id !== 'string') return { proof: null, failure: 'tokenClaimsInvalid' };
  return { proof: { userId: id, credential: token, expiresAt }, failure: null };
}

/** Decides on a request by its bearer token: signature, algorithm, claims. */
export async function verifyRequest(state: State, request: Message): Promise<Verdict> {
  const token = readBearer(getHeader(request, 'Authorization'));
  if (token === null) return { proof: null, failure: 'tokenMissing' };
  return verifyAt(state, request.to, token);
}

/** Tries what a copy of the token that the client dropped would get now. */
export async function checkCopy(_: Settings, state: State): Promise<CopyCheck | null> {
  const token = getClient(state, CLIENT).discarded;
  if (token === null) return null;
  const { failure } = await verifyAt(state, SERVER, token);
  return { accepted: failure === null, expiresAt: readExpiry(token), failure };
}

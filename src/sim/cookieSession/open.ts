import type { Recorder } from '../lanes/recorder.ts';
import type { HeaderField, Message } from '../message.ts';
import { getHeader } from '../message.ts';
import type { FailureCode, Proof } from '../outcome.ts';
import { getServer } from '../state.ts';
import { decodeData } from './data.ts';
import { findSigner, signData } from './keygrip.ts';
import { DATA_COOKIE, SIGNATURE_COOKIE, toPair } from './pair.ts';
import { toResigningField, toUnsigningField } from './setCookie.ts';

/** `req.session` as a request brought it. */
export interface OpenedSession {
  /** Whose it is; `null`: nobody's. */
  readonly proof: Proof | null;
  /** The role that it holds. */
  readonly role: unknown;
  /** Why there is no proof. */
  readonly failure: FailureCode | null;
  /** What reading it adds to the response at once. */
  readonly early: readonly HeaderField[];
}

/** Finds a cookie's value as it stands in a Cookie field, of two of one name the first. @see cookies 0.9 `Cookies#get` */
function findValue(header: string | null, name: string): string {
  const pair = header?.split(';').find((one) => one.trimStart().startsWith(`${name}=`));
  return pair?.trimStart().slice(name.length + 1) ?? '';
}

const refuse = (failure: FailureCode, early: readonly HeaderField[] = []): OpenedSession => ({
  ...{ proof: null, role: undefined, failure, early },
});

/**
 * Opens the session of a request: checks the signature over the data, and believes what it says.
 * Nobody is asked, and nothing in it has an end: only the browser's cookies have.
 * @see cookie-session `getSession`, `tryGetSession`
 */
export async function openSession(recorder: Recorder, request: Message): Promise<OpenedSession> {
  const { settings, state } = recorder;
  const header = getHeader(request, 'Cookie');
  const data = findValue(header, DATA_COOKIE);
  if (data === '') return refuse('cookieMissing');
  const signature = findValue(header, SIGNATURE_COOKIE);
  if (signature === '') return refuse('cookieUnsigned');
  const { secrets } = getServer(state, request.to);
  recorder.countSignature('checked');
  const signer = await findSigner(data, signature, secrets);
  if (signer < 0) return refuse('dataSignatureInvalid', [toUnsigningField(settings)]);
  const early: HeaderField[] = [];
  if (signer > 0) {
    recorder.countSignature('made');
    early.push(toResigningField(settings, await signData(data, secrets[0] as string)));
  }
  const { userId, role } = decodeData(data) ?? {};
  if (typeof userId !== 'string') return refuse('sessionAnonymous', early);
  const proof = { userId, credential: toPair(data, signature), expiresAt: null };
  return { proof, role, failure: null, early };
}

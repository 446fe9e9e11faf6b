import { toBase64url } from '../../bytes/base64.ts';
import { hmacSha256 } from '../../bytes/hmac.ts';
import { checkCsrf } from '../../lanes/csrf.ts';
import type { Recorder } from '../../lanes/recorder.ts';
import type { Carried, Message } from '../../message.ts';
import { NOTHING_CARRIED } from '../../message.ts';
import type { FailureCode } from '../../outcome.ts';
import { getServer } from '../../state.ts';

/** No JWT is signed over a text that begins so, and none of these is the signature of one. */
const toText = (token: string) => `csrf!${token}`;

const sign = async (secret: string, token: string) =>
  toBase64url(await hmacSha256(secret, toText(token)));

/** The CSRF token that goes to a page with its token's cookie; nothing where servers ask for none. */
export interface CsrfPart {
  readonly json: object;
  readonly carries: readonly Carried[];
}
const NONE: CsrfPart = { json: {}, carries: NOTHING_CARRIED };

/**
 * Makes the CSRF token of an access token that is in a cookie: an HMAC over it, so that the server
 * keeps nothing. Simplifies the signed double submit: what it is bound to is the token's own cookie,
 * so that it needs no second one. @see OWASP Cross-Site Request Forgery Prevention Cheat Sheet
 */
export async function toCsrfPart(
  recorder: Recorder,
  server: string,
  token: string,
): Promise<CsrfPart> {
  const { settings, state } = recorder;
  if (settings.csrf !== 'token' || settings.token.keptIn !== 'cookie') return NONE;
  const [secret] = getServer(state, server).secrets as readonly [string];
  recorder.countSignature('made');
  const value = await sign(secret, token);
  return { json: { csrfToken: value }, carries: [{ what: 'csrfToken', in: 'body', value }] };
}

/**
 * Says why a request that changes something may not be the user's own; `null`: it may. What the
 * browser does not add by itself, no other site can have it add, so that a bearer token needs no check.
 */
export async function checkTokenCsrf(
  recorder: Recorder,
  request: Message,
  token: string,
): Promise<FailureCode | null> {
  const { settings, state } = recorder;
  if (settings.token.keptIn !== 'cookie') return null;
  const { secrets } = getServer(state, request.to);
  return checkCsrf(settings, request, async (shown) => {
    recorder.countSignature('checked');
    for (const secret of secrets) if ((await sign(secret, token)) === shown) return true;
    return false;
  });
}

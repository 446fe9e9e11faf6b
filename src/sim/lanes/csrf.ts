import type { Message } from '../message.ts';
import { getHeader } from '../message.ts';
import type { FailureCode } from '../outcome.ts';
import type { Settings } from '../settings.ts';
import { toPageOrigin } from './start.ts';

/** Name of the field in which a form has its CSRF token. */
export const CSRF_FIELD = '_csrf';

/** Reads the CSRF token in the body of a request, JSON or of a form; `null` without one. */
export function readCsrfField(request: Message): string | null {
  const { body } = request;
  if (body === null) return null;
  if (getHeader(request, 'Content-Type') !== 'application/json')
    return new URLSearchParams(body).get(CSRF_FIELD);
  return (JSON.parse(body) as { readonly [CSRF_FIELD]?: string })[CSRF_FIELD] ?? null;
}

/**
 * Says why a request that changes something may not be the user's own, by the fields that no page
 * can forge, or by a token that no other page can read; `null`: it may. Where they are missing it may
 * not. `isRight` tells whether a token is the one that goes with the request's credential.
 * @see OWASP Cross-Site Request Forgery Prevention Cheat Sheet
 */
export async function checkCsrf(
  settings: Settings,
  request: Message,
  isRight: (token: string) => boolean | Promise<boolean>,
): Promise<FailureCode | null> {
  if (request.method !== 'POST') return null;
  switch (settings.csrf) {
    case 'origin':
      return getHeader(request, 'Origin') === toPageOrigin(settings) ? null : 'originForeign';
    case 'fetchSite':
      return getHeader(request, 'Sec-Fetch-Site') === 'same-origin' ? null : 'fetchSiteForeign';
    case 'token': {
      const token = readCsrfField(request);
      if (token === null) return 'csrfTokenMissing';
      return (await isRight(token)) ? null : 'csrfTokenWrong';
    }
    default:
      return null;
  }
}

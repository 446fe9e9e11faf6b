import { toMethod } from './http/target.ts';
import type { Message } from './message.ts';
import { getHeader } from './message.ts';
import type { FailureCode } from './outcome.ts';
import type { Settings } from './settings.ts';
import { toPageOrigin } from './start.ts';

/**
 * Says why a request that changes something may not be the user's own, by the fields that no page
 * can forge; `null`: it may. Where they are missing it may not.
 * @see OWASP Cross-Site Request Forgery Prevention Cheat Sheet
 */
export function checkCsrf(settings: Settings, request: Message): FailureCode | null {
  if (toMethod(request.target) !== 'POST') return null;
  switch (settings.csrf) {
    case 'origin':
      return getHeader(request, 'Origin') === toPageOrigin(settings) ? null : 'originForeign';
    case 'fetchSite':
      return getHeader(request, 'Sec-Fetch-Site') === 'same-origin' ? null : 'fetchSiteForeign';
    default:
      return null;
  }
}

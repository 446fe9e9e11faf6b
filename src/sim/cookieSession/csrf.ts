import { checkCsrf } from '../lanes/csrf.ts';
import type { Message } from '../message.ts';
import type { FailureCode } from '../outcome.ts';
import type { Settings } from '../settings.ts';

/** Says why a request that changes something may not be the user's own. A CSRF token is kept in a store, and so goes with one only. */
export const checkFields = (settings: Settings, request: Message): Promise<FailureCode | null> =>
  checkCsrf(settings, request, () => false);

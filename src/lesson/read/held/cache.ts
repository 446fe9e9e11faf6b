import { getHeader } from '../../../sim/message.ts';
import type { Moment } from '../moment.ts';
import { findResponse } from '../traffic.ts';

/** The target that Back leads to. */
export const BACK_TARGET = '/profile';

/** Reads the body of the page that the browser showed without asking anybody; `null` where it asked. */
export function readShownPage({ lane: { outcome, state }, browser }: Moment): string | null {
  if (!outcome.fromCache) return null;
  return state.clients[browser]?.cache?.[BACK_TARGET] ?? null;
}

/** Tells whether the browser showed a page without asking anybody. */
export const isFromCache = ({ lane: { outcome } }: Moment): boolean => outcome.fromCache === true;

/** Tells whether an answer forbids caches to keep it. */
export function forbidsStoring({ lane }: Moment): boolean {
  const response = findResponse(lane);
  return response !== undefined && getHeader(response, 'Cache-Control') === 'no-store';
}

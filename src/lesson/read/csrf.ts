import { getHeader } from '../../sim/message.ts';
import type { Moment } from './moment.ts';
import { findAsked } from './traffic.ts';

/** What a server looked at to tell its own page from another, and what it found. */
export interface CsrfRefusal {
  readonly field: 'Origin' | 'Sec-Fetch-Site';
  /** `null`: the field is not there. */
  readonly found: string | null;
  readonly wanted: string;
}

/** Reads why a server takes a request for one that another page made up; `null` where it does not. */
export function readCsrfRefusal(moment: Moment): CsrfRefusal | null {
  const { lane, settings } = moment;
  const { failure } = lane.outcome;
  const request = findAsked(moment);
  if (!request) return null;
  const find = (field: CsrfRefusal['field']) => ({ field, found: getHeader(request, field) });
  if (failure === 'originForeign')
    return { ...find('Origin'), wanted: settings.frontEnd?.origin ?? settings.origin };
  if (failure === 'fetchSiteForeign') return { ...find('Sec-Fetch-Site'), wanted: 'same-origin' };
  return null;
}

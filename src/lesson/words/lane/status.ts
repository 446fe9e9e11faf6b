import type { Moment } from '../../read/moment.ts';
import { findResponse } from '../../read/traffic.ts';
import { STATUS_TEXT } from '../../texts/http/statusText.ts';

/** Returns the status code of a step's answer as text; empty where there is none. */
export const sayStatus = ({ lane }: Moment): string =>
  String(findResponse(lane)?.status ?? lane.outcome.status ?? '');

/** Returns the status code of a step's answer with its phrase, e.g. `401 Unauthorized`. */
export function sayStatusLine(moment: Moment): string {
  const status = sayStatus(moment);
  return `${status} ${STATUS_TEXT[Number(status)] ?? ''}`.trimEnd();
}

import { readStatus } from '../../read/message/exchange.ts';
import type { Moment } from '../../read/moment.ts';
import { STATUS_TEXT } from '../../texts/http/statusText.ts';

/** Returns the status code of a step's answer as text; empty where there is none. */
export const sayStatus = (moment: Moment): string => String(readStatus(moment) ?? '');

/** Returns the status code of a step's answer with its phrase, e.g. `401 Unauthorized`. */
export function sayStatusLine(moment: Moment): string {
  const status = sayStatus(moment);
  return `${status} ${STATUS_TEXT[Number(status)] ?? ''}`.trimEnd();
}

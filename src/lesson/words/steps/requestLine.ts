import { readBodyBytes } from '../../read/action/login.ts';
import type { Moment } from '../../read/moment.ts';
import { findRequest } from '../../read/traffic.ts';

/** Says in a cell which request goes out, and how large its body is. */
export function sayRequestLine(moment: Moment): string | null {
  const request = findRequest(moment.lane);
  if (!request) return null;
  return `${request.method} ${request.target}, ${readBodyBytes(moment)} byte body`;
}

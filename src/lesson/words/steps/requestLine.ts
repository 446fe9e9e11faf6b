import { readBodyBytes } from '../../read/action/login.ts';
import { readRequestLine } from '../../read/message/exchange.ts';
import type { Moment } from '../../read/moment.ts';
import { sayWireLabel } from '../lane/wireText.ts';

/** Says in a cell which request goes out, and how large its body is. */
export function sayRequestLine(moment: Moment): string | null {
  const line = readRequestLine(moment);
  return line && `${sayWireLabel(line)}, ${readBodyBytes(moment)} byte body`;
}

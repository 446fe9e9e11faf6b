import { isOldFirst } from '../../../read/carried.ts';
import { listStolen } from '../../../read/held/held.ts';
import type { Moment } from '../../../read/moment.ts';
import { findAsked } from '../../../read/traffic.ts';

/** Says which of two cookies of one name the server reads, where nobody planted one; '' where there is one. */
export const sayOldFirst = (moment: Moment): string =>
  isOldFirst(findAsked(moment), moment.strategy, listStolen(moment.lane.state))
    ? 'Of two such cookies, the server reads the first: the older one.'
    : '';

import { isOldFirst } from '../../../read/carried.ts';
import { listCopies } from '../../../read/held/heldAt.ts';

import type { Moment } from '../../../read/moment.ts';
import { findAsked } from '../../../read/traffic.ts';

/** Says which of two cookies of one name the server reads, where nobody planted one; '' where there is one. */
export const sayOldFirst = (moment: Moment): string =>
  isOldFirst(findAsked(moment), moment.strategy, listCopies(moment))
    ? 'Of two such cookies, the server reads the first: the older one.'
    : '';

import { readFirstOfSeveral } from '../../../read/message/exchange.ts';
import type { Moment } from '../../../read/moment.ts';

/** Says which of two cookies of one name the server reads, where nobody planted one; '' where there is one. */
export const sayOldFirst = (moment: Moment): string =>
  readFirstOfSeveral(moment) === 'older'
    ? 'Of two such cookies, the server reads the first: the older one.'
    : '';

import { isPlantedFirst } from '../../../read/carried.ts';
import { listCopies } from '../../../read/held/heldAt.ts';

import type { Moment } from '../../../read/moment.ts';
import { findAsked } from '../../../read/traffic.ts';

/** Says which of two cookies of one name the server reads, after another sentence; '' where there is one. */
export const sayPlantedFirst = (moment: Moment): string =>
  isPlantedFirst(findAsked(moment), moment.strategy, listCopies(moment))
    ? 'Of two such cookies, the server reads the first: the planted one.'
    : '';

import { readFirstOfSeveral } from '../../../read/message/exchange.ts';
import type { Moment } from '../../../read/moment.ts';

/** Says which of two cookies of one name the server reads, after another sentence; '' where there is one. */
export const sayPlantedFirst = (moment: Moment): string =>
  readFirstOfSeveral(moment) === 'planted'
    ? 'Of two such cookies, the server reads the first: the planted one.'
    : '';

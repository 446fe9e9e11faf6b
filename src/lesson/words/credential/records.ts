import { formatCount } from '../../page/format.ts';
import { countRecords, hasTwoStores } from '../../read/kept.ts';
import type { Moment } from '../../read/moment.ts';

/** Counts the records of all stores, in words. */
export const sayRecordCount = (moment: Moment): string =>
  formatCount(countRecords(moment), 'record');

/** Names the store, or both of them, as what holds the records. */
export const sayStoreHolds = (moment: Moment): string =>
  hasTwoStores(moment) ? 'the two stores together hold' : 'the store holds';

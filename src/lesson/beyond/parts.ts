import type { Frame } from '../../sim/trace.ts';
import type { Cells } from '../cells.ts';
import { isAtSecond } from './parties.ts';

/** The cells of a row that are told otherwise. */
export type Part = Partial<Cells>;

/** Where a request goes when there is a choice. */
export const toPlace = ({ session, token }: Frame) =>
  isAtSecond(session) || isAtSecond(token) ? ', second server' : '';

import written from 'virtual:walk-telling';
import { openWritten } from '../../lesson/told/openWritten.ts';
import type { ToldRun } from './toldRun.ts';

/** The walk's Telling as the page brings it along, plain JSON. */
export const WRITTEN_WALK = written;

/** The walk as it comes with the page: told, and without its Trace. */
export const SHIPPED_WALK: ToldRun = { telling: openWritten(written), trace: null };

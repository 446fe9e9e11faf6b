import type { Action } from '../action.ts';
import { SECOND_SERVER } from '../actors.ts';
import type { Settings } from '../settings.ts';

/** Tells whether an Action is at the second server, and these settings have none. */
export const lacksServer = (action: Action, { second }: Settings): boolean =>
  second === undefined && 'server' in action && action.server === SECOND_SERVER;

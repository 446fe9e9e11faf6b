import { shorten } from '../../page/format.ts';
import { readLeftSession } from '../../read/action/leftSession.ts';
import type { Moment } from '../../read/moment.ts';
import { say } from '../../richText.ts';
import type { RichText } from '../../telling.ts';
import { sayUntil } from '../time/serverEnd.ts';

/**
 * Says that a session goes on which a logout was meant to end, after another sentence; nothing where
 * none does, or where the browser has just dropped its cookie, of which a copy is told.
 */
export function sayLeftSession(moment: Moment): RichText {
  const left = readLeftSession(moment);
  return left === null || left.isDropped
    ? []
    : say`The session of the login, ${shorten(left.sid)}, goes on all the same. Its record stays in the store ${sayUntil(left.end)}, for whoever has its cookie.`;
}

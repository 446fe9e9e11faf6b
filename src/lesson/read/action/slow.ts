import type { State } from '../../../sim/state.ts';
import { readCarried } from '../carried.ts';
import { findCookie } from '../held/held.ts';
import { listRecords } from '../kept.ts';
import type { Moment } from '../moment.ts';
import { toSid } from '../sid.ts';
import { findResponse, findStoreCall } from '../traffic.ts';

/** What the end of a slow request did to a session. */
export interface SlowEnd {
  /**
   * `written`: the record as the request had read it; `revived`: so, and there was none any more;
   * `moved`: its end alone; `gone`: there was none, and there is none.
   */
  readonly record: 'written' | 'revived' | 'moved' | 'gone';
  /**
   * What the answer did to the browser's cookie: nothing; set the `same` again; brought it `back` into
   * a jar that had none; `replaced` another session's; set one that the browser `refused`.
   */
  readonly cookie: 'none' | 'same' | 'back' | 'replaced' | 'refused';
}

function readCookie({ lane, browser }: Moment, before: State, sid: string): SlowEnd['cookie'] {
  if (readCarried(findResponse(lane), 'session') === null) return 'none';
  const toHeld = (state: State) => {
    const cookie = findCookie(state, browser);
    return cookie && toSid(cookie.value);
  };
  const held = toHeld(before);
  if (held === sid) return 'same';
  if (toHeld(lane.state) !== sid) return 'refused';
  return held === undefined ? 'back' : 'replaced';
}

/** Reads what the end of a slow request did to its session; `null` where nothing was under way. */
export function readSlowEnd(moment: Moment): SlowEnd | null {
  const { lane, before } = moment;
  const written = findStoreCall(lane, 'set');
  const call = written ?? findStoreCall(lane, 'touch');
  if (!call || !before) return null;
  const isThere = (state: typeof lane.state) =>
    listRecords(state).some(([sid]) => sid === call.target);
  return {
    record: written
      ? isThere(before.state)
        ? 'written'
        : 'revived'
      : isThere(lane.state)
        ? 'moved'
        : 'gone',
    cookie: readCookie(moment, before.state, call.target),
  };
}

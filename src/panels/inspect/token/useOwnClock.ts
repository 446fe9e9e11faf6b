import { useEffect, useState } from 'react';
import { listTimes } from '../../../lesson/inspect/token/claims.ts';
import type { ReadToken } from '../../../lesson/inspect/token/readToken.ts';

/** Reads the time, NumericDate seconds. */
export const readNow = () => Math.floor(Date.now() / 1000);

const LEAST_WAIT = 200;
/** A timer takes no more than some weeks, and a computer that slept is behind. */
const LONGEST_WAIT = 600_000;

/** Returns the next time at which something becomes true or untrue of a token; `null` for never. */
function findNext({ payload }: ReadToken, now: number): number | null {
  const times = payload?.json ? listTimes(payload.json) : [];
  const ahead = times.flatMap(({ seconds }) =>
    seconds !== null && seconds > now ? [Math.ceil(seconds)] : [],
  );
  return ahead.length === 0 ? null : Math.min(...ahead);
}

/**
 * The time by which a token is judged while nobody has set the clock: that of the last change, and of
 * each of the token's times that has come since. `look` takes the time anew.
 */
export function useOwnClock(read: ReadToken): { readonly now: number; readonly look: () => void } {
  const [now, setNow] = useState(readNow);
  const look = () => setNow(readNow());
  const next = findNext(read, now);
  useEffect(() => {
    if (next === null) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      const left = Math.max(next * 1000 - Date.now(), LEAST_WAIT);
      timer = setTimeout(check, Math.min(left, LONGEST_WAIT));
    };
    const check = () => {
      if (readNow() >= next) setNow(readNow());
      else wait();
    };
    const checkAnew = () => {
      clearTimeout(timer);
      check();
    };
    wait();
    // Timers stand still while a computer sleeps.
    document.addEventListener('visibilitychange', checkAnew);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', checkAnew);
    };
  }, [next]);
  return { now, look };
}

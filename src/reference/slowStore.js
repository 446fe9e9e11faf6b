// A store that answers late, as one does that is far away or has too much to do: to see what that
// costs. express-session waits for its store twice on every request: for the record before any page
// runs, and for the write before it lets go of the last byte of the answer. A token's server waits
// once for a deny-list, and for each call to a store of refresh tokens.
import { setTimeout as wait } from 'node:timers/promises';

const CALLS = [
  ...['get', 'set', 'touch', 'destroy', 'all'],
  ...['has', 'trade', 'destroyFamily', 'destroyUser'],
];

/** Makes each call to a store of sessions, a deny-list or a store of refresh tokens take so many milliseconds longer. `pause` is how it waits. */
export function slowDown(store, milliseconds, pause = (time) => wait(time)) {
  for (const name of CALLS) {
    const call = store[name];
    if (!call) continue;
    store[name] = async (...given) => {
      await pause(milliseconds);
      return call.apply(store, given);
    };
  }
  return store;
}

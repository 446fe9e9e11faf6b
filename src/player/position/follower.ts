import type { PlayerStore } from '../player.ts';
import type { Player } from '../playerState.ts';
import { createAfterPaint } from './afterPaint.ts';
import { type AtRest, createAtRest } from './atRest.ts';
import type { Sight } from './sight.ts';

/** The step that a part of the page shows. */
export type Seen = Pick<Player, 'run' | 'cursor'>;

/** What is shown, and who hears when that changes. */
export interface Shown {
  get(): Seen;
  subscribe(listener: () => void): () => void;
}

/** Follows a player's step one painted frame behind. */
export interface Follower {
  /** Returns what the part with this sight shows; the same for the same sight. */
  at(sight: Sight): Shown;
}

const isOther = (one: Seen, other: Seen) => one.run !== other.run || one.cursor !== other.cursor;

/**
 * Creates what follows a player once its step is painted: all parts that are in view at once,
 * in one task; each of the others when it comes into view, or when the page has come to rest, since
 * it can be copied, searched and read aloud unseen. It listens only while somebody does.
 */
export function createFollower(
  player: PlayerStore,
  later: (task: () => void) => void = createAfterPaint(),
  atRest: AtRest = createAtRest(),
): Follower {
  const known = new WeakMap<Sight, Shown>();
  const followers = new Set<(isSeen: boolean) => void>();
  let stop = () => {};
  let giveUp = () => {};
  const followAll = () => {
    for (const follow of followers) follow(false);
  };
  const catchUp = () => [...followers].map((follow) => () => follow(true));
  const followSoon = () => {
    later(followAll);
    giveUp = atRest(catchUp);
  };
  const join = (follow: (isSeen: boolean) => void) => {
    if (followers.size === 0) {
      stop = player.subscribe((now, before) => {
        if (isOther(now, before) || now.pointed !== before.pointed) followSoon();
      });
    }
    followers.add(follow);
    return () => {
      followers.delete(follow);
      if (followers.size > 0) return;
      stop();
      giveUp();
    };
  };

  const createShown = (sight: Sight): Shown => {
    const listeners = new Set<() => void>();
    let shown: Seen = player.getState();
    let leave = () => {};
    const follow = (isSeen: boolean) => {
      const now = player.getState();
      // What is pointed at has to be there before it can be brought into view.
      if (!isOther(now, shown) || !(isSeen || sight.isSeen() || now.pointed)) return;
      shown = now;
      for (const listener of listeners) listener();
    };
    const enter = () => {
      const ends = [join(follow), sight.onSeen(() => follow(true))];
      leave = () => {
        for (const end of ends) end();
      };
      // Between the rendering and now the player may have gone on. Who begins to listen is asked anew
      // at once, so what is in view is right in its first picture.
      const now = player.getState();
      if (!isOther(now, shown)) return;
      if (sight.isSeen()) shown = now;
      else followSoon();
    };
    return {
      get: () => {
        // Nobody shows it yet: what is rendered now begins with the player as it stands.
        const now = player.getState();
        if (listeners.size === 0 && isOther(now, shown)) shown = now;
        return shown;
      },
      subscribe: (listener) => {
        if (listeners.size === 0) enter();
        listeners.add(listener);
        return () => {
          listeners.delete(listener);
          if (listeners.size === 0) leave();
        };
      },
    };
  };

  return {
    at: (sight) => {
      const shown = known.get(sight) ?? createShown(sight);
      known.set(sight, shown);
      return shown;
    },
  };
}

import type { StoreApi } from 'zustand';
import type { Player, PlayerVerbs } from './playerState.ts';

type NoticeVerbs = Pick<PlayerVerbs, 'addNotice' | 'dismissNotice'>;

/** Makes the verbs that add and remove notices; a notice's ID is never used again. */
export function createNoticeVerbs(
  set: StoreApi<Player>['setState'],
  get: StoreApi<Player>['getState'],
): NoticeVerbs {
  let lastId = 0;
  return {
    addNotice: (text) => {
      const { notices } = get();
      const same = notices.find((notice) => notice.text === text);
      if (same) {
        // Said again it is the latest: it alone is shown.
        if (same !== notices.at(-1)) {
          set({ notices: [...notices.filter((notice) => notice !== same), same] });
        }
        return same.id;
      }
      lastId += 1;
      set({ notices: [...notices, { id: lastId, text }] });
      return lastId;
    },
    dismissNotice: (id) => set({ notices: get().notices.filter((notice) => notice.id !== id) }),
  };
}

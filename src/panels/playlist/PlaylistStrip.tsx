import { useEffect, useMemo } from 'react';
import { PLAYLIST_TEXTS } from '../../lesson/texts/panels/share/playlist.ts';
import { formatPlaylist, parsePlaylist } from '../../player/playlist/playlist.ts';
import { leaveList, openItem } from '../../player/playlist/playlistVerbs.ts';
import { sayItem } from '../../player/playlist/sayItem.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Button } from '../../ui/controls/Button.tsx';
import styles from './PlaylistStrip.module.css';

/** Where one is in a teacher's list, and the way on. */
export function PlaylistStrip() {
  const list = usePlayer((player) => player.list);
  const read = useMemo(() => parsePlaylist(list ?? ''), [list]);
  useEffect(() => {
    if (list === null) return;
    for (const notice of read.notices) usePlayer.getState().addNotice(notice);
    const { playlist } = read;
    // From here on the address says what there is.
    usePlayer.setState({ list: playlist && formatPlaylist(playlist) });
  }, [list, read]);
  const { playlist } = read;
  if (!playlist) return null;
  const { items, at } = playlist;
  const item = items[at];
  const isLast = at === items.length - 1;
  const go = (to: number) => void openItem(playlist, to);
  return (
    <nav aria-label={PLAYLIST_TEXTS.name} className={styles.strip}>
      <p className={styles.place} role="status">
        <span>{PLAYLIST_TEXTS.sayPlace(at + 1, items.length)}</span>{' '}
        <strong>{item ? sayItem(item) : null}</strong>
        {isLast ? <span> · {PLAYLIST_TEXTS.last}</span> : null}
      </p>
      <div className={styles.buttons}>
        <Button aria-disabled={at === 0} onClick={() => go(at - 1)}>
          {PLAYLIST_TEXTS.previous}
        </Button>
        <Button look="strong" aria-disabled={isLast} onClick={() => go(at + 1)}>
          {PLAYLIST_TEXTS.next}
        </Button>
        <Button look="link" onClick={leaveList}>
          {PLAYLIST_TEXTS.leave}
        </Button>
      </div>
    </nav>
  );
}

import { DRAFT_TEXTS } from '../../lesson/texts/panels/playlist.ts';
import { toLink } from '../../player/address/toLink.ts';
import { useDraft, useOpenPlace } from '../../player/playlist/draft.ts';
import { formatPlaylist, MAX_ITEMS } from '../../player/playlist/playlist.ts';
import { sayItem } from '../../player/playlist/sayItem.ts';
import { toItemLink } from '../../player/playlist/toItemLink.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './ShareWays.module.css';
import { ToCopy } from './ToCopy.tsx';

/** Puts places in a row, and hands them on as one link; or the step on show, as a task. */
export function MakePlaylist() {
  const { items, task, add, remove, setTask } = useDraft();
  const place = useOpenPlace();
  const taskLink = usePlayer((player) =>
    toLink({ ...player, view: 'walk', way: null, list: null, task: true }, window.location),
  );
  const [first] = items;
  const isFull = items.length >= MAX_ITEMS;
  return (
    <>
      {items.length > 0 ? (
        <ol className={styles.items}>
          {items.map((item, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a place may stand in it twice, and has no state.
            <li key={i}>
              <span>{sayItem(item)}</span>{' '}
              <Button
                look="link"
                aria-label={DRAFT_TEXTS.sayRemove(sayItem(item))}
                onClick={() => remove(i)}
              >
                {DRAFT_TEXTS.remove}
              </Button>
            </li>
          ))}
        </ol>
      ) : null}
      {place && !isFull ? (
        <Button onClick={() => add(place)}>{DRAFT_TEXTS.add}</Button>
      ) : (
        <p>{place ? DRAFT_TEXTS.full : DRAFT_TEXTS.own}</p>
      )}
      <label className={styles.tick}>
        <input type="checkbox" checked={task} onChange={(event) => setTask(event.target.checked)} />
        {DRAFT_TEXTS.task}
      </label>
      {first ? (
        <ToCopy
          text={toItemLink(first, formatPlaylist({ items, at: 0 }), task, window.location)}
          label={DRAFT_TEXTS.copy}
          name={DRAFT_TEXTS.link}
        />
      ) : task && place && taskLink !== null ? (
        <ToCopy text={taskLink} label={DRAFT_TEXTS.copy} name={DRAFT_TEXTS.taskLink} />
      ) : null}
    </>
  );
}

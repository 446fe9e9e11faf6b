import { flushSync } from 'react-dom';
import { DRAFT_TEXTS } from '../../lesson/texts/panels/share/playlist.ts';
import { useDraft, useOpenPlace } from '../../player/playlist/draft.ts';
import { formatPlaylist, MAX_ITEMS } from '../../player/playlist/playlist.ts';
import { sayItem } from '../../player/playlist/sayItem.ts';
import { toItemLink } from '../../player/playlist/toItemLink.ts';
import { Button } from '../../ui/controls/Button.tsx';
import styles from './ShareWays.module.css';
import { ToCopy } from './ToCopy.tsx';

/** Where the focus goes when the place at an index is gone: to the next, or to what adds another. */
function focusAfter(index: number, section: Element | null) {
  const left = section?.querySelectorAll<HTMLElement>('li button') ?? [];
  const next = left[Math.min(index, left.length - 1)];
  (next ?? section?.querySelector<HTMLElement>('button, input'))?.focus();
}

/** Puts places in a row, and hands them on as one link. */
export function MakePlaylist() {
  const { items, task, add, remove } = useDraft();
  const place = useOpenPlace();
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
                onClick={({ currentTarget }) => {
                  const section = currentTarget.closest('section');
                  flushSync(() => remove(i));
                  focusAfter(i, section);
                }}
              >
                {DRAFT_TEXTS.remove}
              </Button>
            </li>
          ))}
        </ol>
      ) : null}
      {place ? (
        // It stays where it is when the list is full: whoever has just pressed it keeps the focus.
        <Button aria-disabled={isFull || undefined} onClick={() => add(place)}>
          {DRAFT_TEXTS.add}
        </Button>
      ) : null}
      <p role="status">{place ? isFull && DRAFT_TEXTS.full : DRAFT_TEXTS.own}</p>
      {first ? (
        <ToCopy
          text={toItemLink(first, formatPlaylist({ items, at: 0 }), task, window.location)}
          label={DRAFT_TEXTS.copy}
          name={DRAFT_TEXTS.link}
        />
      ) : null}
    </>
  );
}

import { useEffect, useRef } from 'react';
import { WAY_TEXTS, WAY_WORDS } from '../../lesson/texts/practise/ways.ts';
import { openWay } from '../../player/practise/openWay.ts';
import { keepPractise, openStorage, usePractise } from '../../player/practise/practiseProgress.ts';
import { reportKept } from '../../player/practise/reportKept.ts';
import { keepReview, useReview } from '../../player/practise/review.ts';
import { readWay, type Way } from '../../player/practise/ways.ts';
import { reloadOnce } from '../../player/reloadOnce.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { ComingNotice } from '../../ui/islands/ComingNotice.tsx';
import { useLatePart } from '../../ui/islands/useLatePart.ts';
import { WayList } from './list/WayList.tsx';
import styles from './Practise.module.css';
import { WAY_PARTS } from './wayParts.ts';

interface OpenWayProps {
  way: Way;
  item: string | null;
}

/** The page of a way. Whoever opens it from the list gets the focus on its heading. */
function OpenWay({ way, item }: OpenWayProps) {
  const { Part, state, retry } = useLatePart(WAY_PARTS[way], reloadOnce);
  const { name, purpose } = WAY_WORDS[way];
  return (
    <>
      <p className={styles.purpose}>{purpose}</p>
      {Part ? <Part item={item} /> : <ComingNotice name={name} state={state} onRetry={retry} />}
    </>
  );
}

/** The ways to learn: the list of them, or the one that is open. */
export function Practise() {
  const address = usePlayer((player) => player.way);
  const heading = useRef<HTMLHeadingElement>(null);
  const open = readWay(address);
  const way = open?.way ?? null;
  useEffect(() => keepPractise(usePractise, openStorage(window), reportKept), []);
  useEffect(() => keepReview(useReview, openStorage(window), reportKept), []);
  const before = useRef(address);
  useEffect(() => {
    if (before.current === address) return;
    before.current = address;
    if (usePlayer.getState().view === 'check') heading.current?.focus({ preventScroll: true });
  }, [address]);
  return (
    <section aria-labelledby="practise" className={styles.practise}>
      <header className={styles.header}>
        <h2 ref={heading} id="practise" tabIndex={-1}>
          {way ? WAY_WORDS[way].name : WAY_TEXTS.title}
        </h2>
        {way ? (
          <Button look="link" onClick={() => openWay(null)}>
            {WAY_TEXTS.all}
          </Button>
        ) : null}
      </header>
      {open ? <OpenWay key={open.way} way={open.way} item={open.item} /> : <WayList />}
    </section>
  );
}

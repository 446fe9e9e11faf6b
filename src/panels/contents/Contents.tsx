import { useEffect, useRef, useState } from 'react';
import {
  CONTENTS,
  CONTENTS_NAME,
  type ContentsId,
} from '../../lesson/texts/panels/reference/contents.ts';
import styles from './Contents.module.css';

/** The stretch of the view in which a part begins that one is at: below what stays at its upper edge. */
const WHERE = '-20% 0px -60% 0px';

/** Watches which of the parts one is at; `null` above them all. */
function useCurrent() {
  const [current, setCurrent] = useState<ContentsId | null>(null);
  const asked = useRef<ContentsId | null>(null);
  const goTo = (id: ContentsId) => {
    asked.current = id;
    setCurrent(id);
  };
  useEffect(() => {
    // What was asked for counts until one scrolls on, though it may stand lower, or beside another.
    const scrollOn = () => {
      asked.current = null;
    };
    if (!('IntersectionObserver' in window)) return;
    const here = new Set<string>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) here.add(target.id);
          else here.delete(target.id);
        }
        // Between two parts still the one before.
        const found = CONTENTS.find(([id]) => here.has(id));
        if (found && asked.current === null) setCurrent(found[0]);
      },
      { rootMargin: WHERE },
    );
    for (const [id] of CONTENTS) {
      const part = document.getElementById(id);
      if (part) observer.observe(part);
    }
    const end = new AbortController();
    for (const event of ['wheel', 'touchmove', 'keydown'])
      window.addEventListener(event, scrollOn, { passive: true, signal: end.signal });
    return () => {
      observer.disconnect();
      end.abort();
    };
  }, []);
  return { current, goTo };
}

/** What there is to look up, as links, one stop of the tab order; the part that one is at is marked. */
export function Contents() {
  const { current, goTo } = useCurrent();
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    const link = current && list.current?.querySelector<HTMLElement>('[aria-current]');
    if (!link || !list.current) return;
    list.current.scrollLeft = link.offsetLeft - list.current.clientWidth / 3;
  }, [current]);
  const stop = current ?? CONTENTS[0][0];
  return (
    <nav ref={list} aria-label={CONTENTS_NAME} className={styles.contents} data-arrows>
      {CONTENTS.map(([id, name]) => (
        <a
          key={id}
          href={`#${id}`}
          onClick={() => goTo(id)}
          tabIndex={id === stop ? undefined : -1}
          aria-current={id === current ? 'location' : undefined}
        >
          {name}
        </a>
      ))}
    </nav>
  );
}

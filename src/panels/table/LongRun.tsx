import type { Ref, RefObject } from 'react';
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useSeen } from '../../player/position/useSeen.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { watchSize } from '../../ui/boxes/watchSize.ts';
import { ROW_HEIGHT, scrollWindow, settleWindow, windowAround } from './LongRun.layout.ts';
import { Row } from './Row.tsx';
import { RowFollower, showCurrentRow } from './RowFollower.tsx';
import styles from './StepTable.module.css';
import { tellSteps } from './tellSteps.ts';

/** Where the rows of a body begin, and where the last one ends; in pixels, from the body's top. */
function readEdges({ children, offsetTop }: HTMLElement): number[] {
  // The first row is the room above; the last one, the room below, begins where the rows end.
  return [...children].slice(1).map((row) => (row as HTMLElement).offsetTop - offsetTop);
}

/** A browser would glide over all that lies between, and lose its aim when rows are measured. */
function goToEnd(event: KeyboardEvent) {
  const { key, currentTarget: box, target, ctrlKey, altKey, metaKey, shiftKey } = event;
  if (target !== box || !(box instanceof HTMLElement)) return;
  if ((key !== 'Home' && key !== 'End') || ctrlKey || altKey || metaKey || shiftKey) return;
  event.preventDefault();
  box.scrollTop = key === 'Home' ? 0 : box.scrollHeight;
}

/** Room for rows that are not there. */
function Room({ ref, height }: { ref?: Ref<HTMLTableRowElement>; height: number }) {
  // A plain row takes no focus.
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: see above
  return <tr ref={ref} className={styles.room} aria-hidden="true" style={{ height }} />;
}

/**
 * The rows in view and some around them, between the room that all the others would take. By hand:
 * `@tanstack/react-virtual` (tried with 31,000 rows in Chromium) takes 9.8 kB in place of 1.2, and
 * writes to scrollTop for each row above that is not as high as expected, which moves rows by a pixel.
 */
export function LongRun({ box }: { box: RefObject<HTMLDivElement | null> }) {
  const { telling } = usePlayer((player) => player.run);
  // What is not in the window comes one frame later: it has to be measured, and no key waits for that.
  const cursor = useSeen((seen) => seen.cursor);
  const above = useRef<HTMLTableRowElement>(null);
  const count = telling.run.lastStep;
  const current = Math.max(0, cursor - 1);
  const viewHeight = () => box.current?.clientHeight ?? 0;
  const [shown, setShown] = useState(() => windowAround(current, viewHeight(), count));
  const jumps = useRef(false);
  const body = () => above.current?.parentElement as HTMLElement;

  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolled away from, it need not be there
  useLayoutEffect(() => {
    if (current >= shown.from && current < shown.to && shown.to <= count) return;
    jumps.current = true;
    setShown(windowAround(current, viewHeight(), count));
  }, [cursor, telling]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew for each window
  useLayoutEffect(() => {
    const edges = readEdges(body());
    const before = (edges[shown.anchor - shown.from] ?? 0) - (edges[0] ?? 0);
    const { top, scrollBy } = settleWindow(shown, before);
    if (above.current) above.current.style.height = `${top}px`;
    if (scrollBy !== 0 && box.current) box.current.scrollTop += scrollBy;
    // At once: until the box is there, any event would say that it shows none of these rows.
    if (jumps.current) showCurrentRow(box.current);
    jumps.current = false;
  }, [shown]);

  const follow = useEffectEvent(() => {
    const { scrollTop: top, clientHeight } = box.current ?? { scrollTop: 0, clientHeight: 0 };
    // Not laid out: there is nothing to measure.
    if (clientHeight === 0) return;
    const height = clientHeight - body().offsetTop;
    const next = scrollWindow(shown, readEdges(body()), { top, height }, count);
    if (next === shown) return;
    // In the frame that shows the box scrolled, not in the one after.
    flushSync(() => setShown(next));
    // Measured, its rows may turn out to be too few for what is in view.
    follow();
  });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const onScroll = () => follow();
    const stop = watchSize(element, onScroll);
    element.addEventListener('scroll', onScroll, { passive: true });
    element.addEventListener('keydown', goToEnd);
    return () => {
      stop();
      element.removeEventListener('scroll', onScroll);
      element.removeEventListener('keydown', goToEnd);
    };
  }, [box]);

  return (
    <>
      {/* Too high until the rows are measured: a box whose content gets shorter would scroll back. */}
      <Room ref={above} height={shown.at} />
      {tellSteps(telling, shown.from + 1, Math.min(shown.to, count)).map((told) => (
        <Row key={told.step} told={told} place={told.step + 1} />
      ))}
      <Room height={(count - shown.to) * ROW_HEIGHT} />
      <RowFollower box={box} />
    </>
  );
}

import { memo, type RefObject, useRef, useState } from 'react';
import { STAGE_TEXTS } from '../../lesson/texts/panels/walk/stage.ts';
import { toShownStrategies } from '../../player/position/columns.ts';
import { toSwipe } from '../../player/position/swipe.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { toLatePart } from '../../ui/islands/latePart.ts';
import { useLatePart } from '../../ui/islands/useLatePart.ts';
import { LaneView, type SaidView } from './LaneView.tsx';
import styles from './Stage.module.css';

const loadAround = () => import('./Around.tsx');

/** What stands around client, wire and server; no run of the lesson needs it. */
export const AROUND_PARTS = {
  session: toLatePart(() => loadAround().then((m) => m.SessionAround)),
  token: toLatePart(() => loadAround().then((m) => m.TokenAround)),
} as const;

const travelsPart = toLatePart(() => import('./Travels.tsx').then((m) => m.Travels), true);

/** What moves is fetched after the page: without it, a credential is at its place at once. */
const Moving = memo(function Moving({ stage }: { stage: RefObject<HTMLElement | null> }) {
  const { Part: Travels } = useLatePart(travelsPart);
  return Travels ? <Travels stage={stage} /> : null;
});

/** The hero: both lanes in step. A swipe steps. */
export function Stage({ Said }: { Said: SaidView }) {
  const columns = usePlayer((player) => player.columns);
  const stage = useRef<HTMLElement>(null);
  // Of both lanes, so that they stay alike; and of all steps, for whoever has asked once.
  const [isWhy, setIsWhy] = useState(false);
  const start = useRef<{ x: number; y: number; at: number } | null>(null);
  return (
    <section
      ref={stage}
      aria-label={STAGE_TEXTS.name}
      className={styles.stage}
      onPointerDown={(event) => {
        if (event.pointerType === 'mouse') return;
        start.current = { x: event.clientX, y: event.clientY, at: event.timeStamp };
      }}
      onPointerUp={(event) => {
        const from = start.current;
        start.current = null;
        if (!from) return;
        const { stepForward, stepBack } = usePlayer.getState();
        const swipe = toSwipe(
          event.clientX - from.x,
          event.clientY - from.y,
          event.timeStamp - from.at,
        );
        if (swipe === 'next') stepForward();
        if (swipe === 'previous') stepBack();
      }}
      onPointerCancel={() => {
        start.current = null;
      }}
    >
      <h2 className="visually-hidden">{STAGE_TEXTS.heading}</h2>
      <div className={styles.lanes} data-columns={columns}>
        {toShownStrategies(columns).map((strategy, i) => (
          <LaneView
            key={strategy}
            strategy={strategy}
            isStop={i === 0}
            isWhy={isWhy}
            onWhy={() => setIsWhy(!isWhy)}
            around={AROUND_PARTS[strategy]}
            Said={Said}
          />
        ))}
      </div>
      <Moving stage={stage} />
    </section>
  );
}

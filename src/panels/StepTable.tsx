import type { RefObject } from 'react';
import { memo, useEffect, useLayoutEffect, useRef } from 'react';
import { toCells } from '../lesson/cells.ts';
import { toDetail } from '../lesson/details.ts';
import { toShownStrategies } from '../player/columns.ts';
import { usePlayer } from '../player/usePlayer.ts';
import type { Strategy } from '../sim/strategy.ts';
import type { Frame } from '../sim/trace.ts';
import { ScrollBox } from '../ui/ScrollBox.tsx';
import { useBringIntoView } from '../ui/useBringIntoView.ts';
import { toRowScroll } from './StepTable.layout.ts';
import styles from './StepTable.module.css';

const LANE_TITLES: Readonly<Record<Strategy, string>> = {
  session: 'Session-based Auth',
  token: 'Token-based Auth',
};

/** Whether a step lies behind, at or before the cursor. */
const toState = (step: number, cursor: number) =>
  step === cursor ? 'current' : step < cursor ? 'done' : 'coming';

interface CellProps {
  frame: Frame;
  strategy: Strategy;
  text: string;
}

const LaneCell = memo(function LaneCell({ frame, strategy, text }: CellProps) {
  const marked = usePlayer(({ pointed }) => {
    if (pointed?.step !== frame.step || !('table' in pointed.place)) return null;
    return pointed.place.table === strategy ? pointed : null;
  });
  const cell = useBringIntoView<HTMLTableCellElement>(marked);
  const ghost = usePlayer((player) => player.original?.frames[frame.step]);
  const before = ghost && ghost !== frame ? toCells(ghost)[strategy] : text;
  const detail = toDetail(frame.kind, frame[strategy], strategy);
  return (
    <td
      ref={cell}
      data-lane={strategy}
      data-marked={marked ? true : undefined}
      tabIndex={marked ? -1 : undefined}
    >
      {text}
      {detail ? <code className={styles.detail}>{detail}</code> : null}
      {before === text ? null : <span className={styles.ghost}>originally: {before}</span>}
    </td>
  );
});

const Row = memo(function Row({ frame }: { frame: Frame }) {
  const state = usePlayer((player) => toState(frame.step, player.cursor));
  const shown = usePlayer((player) => toShownStrategies(player.columns));
  const parts = usePlayer((player) => player.parting?.step === frame.step);
  const cells = toCells(frame);
  return (
    // The row is a larger target for the button in it, which does the same by keyboard.
    <tr
      data-step={frame.step}
      data-state={state}
      aria-current={state === 'current' ? 'step' : undefined}
      onClick={() => usePlayer.getState().jumpTo(frame.step)}
    >
      <td>
        <button
          type="button"
          className={styles.step}
          aria-label={`Go to step ${frame.step}`}
          onClick={(event) => {
            event.stopPropagation();
            usePlayer.getState().jumpTo(frame.step);
          }}
        >
          {frame.step}
        </button>
      </td>
      <td className={styles.action}>
        {cells.action}
        {parts ? <span className={styles.parts}>parts here</span> : null}
      </td>
      {shown.map((strategy) => (
        <LaneCell key={strategy} frame={frame} strategy={strategy} text={cells[strategy]} />
      ))}
      <td>{cells.result}</td>
    </tr>
  );
});

function showCurrentRow(box: HTMLElement | null) {
  if (!box) return;
  const row = box.querySelector<HTMLElement>('tr[aria-current="step"]');
  const head = box.querySelector('thead')?.offsetHeight ?? 0;
  const { scrollTop, clientHeight } = box;
  const top = row?.offsetTop ?? 0;
  const height = row?.offsetHeight ?? 0;
  const to = toRowScroll({ scrollTop, clientHeight, head, top, height });
  if (to !== scrollTop) box.scrollTop = to;
}

/** Keeps the current row in view inside its own box; the page itself never scrolls. */
function RowFollower({ box }: { box: RefObject<HTMLDivElement | null> }) {
  const cursor = usePlayer((player) => player.cursor);
  const columns = usePlayer((player) => player.columns);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row moves with either of them
  useLayoutEffect(() => {
    // Measured just before the paint, when the layout has to be computed anyway.
    const soon = requestAnimationFrame(() => showCurrentRow(box.current));
    return () => cancelAnimationFrame(soon);
  }, [box, cursor, columns]);
  useEffect(() => {
    const sizes = new ResizeObserver(() => showCurrentRow(box.current));
    if (box.current) sizes.observe(box.current);
    return () => sizes.disconnect();
  }, [box]);
  return null;
}

/** The 12 rows of the walk, or however many steps a run has. */
export function StepTable() {
  const frames = usePlayer((player) => player.trace.frames);
  const shown = usePlayer((player) => toShownStrategies(player.columns));
  const box = useRef<HTMLDivElement>(null);
  return (
    <ScrollBox ref={box} className={styles.box} label="Execution table, scrollable">
      <RowFollower box={box} />
      <table className={styles.table} aria-label="Execution table" data-columns={shown.length}>
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col">Action</th>
            {shown.map((strategy) => (
              <th key={strategy} scope="col" data-lane={strategy}>
                {LANE_TITLES[strategy]}
              </th>
            ))}
            <th scope="col">Result</th>
          </tr>
        </thead>
        <tbody>
          {frames.slice(1).map((frame) => (
            <Row key={frame.step} frame={frame} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

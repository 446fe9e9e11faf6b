import { memo } from 'react';
import { toCells, toStepTitle } from '../../lesson/cells.ts';
import { toDetail } from '../../lesson/details.ts';
import { isLike } from '../../lesson/original.ts';
import { toShownStrategies } from '../../player/columns.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import type { Strategy } from '../../sim/strategy.ts';
import type { Frame } from '../../sim/trace.ts';
import { useBringIntoView } from '../../ui/useBringIntoView.ts';
import styles from './StepTable.module.css';

/** Leads to how the original ended there, and names its step when that was another one. */
const toLead = (ghost: Frame | undefined, frame: Frame) =>
  !ghost || isLike(ghost, frame) ? 'originally: ' : `original: ${toStepTitle(ghost)} – `;

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
      {before === text ? null : (
        <span className={styles.ghost}>
          {toLead(ghost, frame)}
          {before}
        </span>
      )}
    </td>
  );
});

interface RowProps {
  frame: Frame;
  /** The row's place among all rows, where not all are there; the head is the first. */
  place?: number;
}

/** One step: what happens in each lane, and what comes of it. */
export const Row = memo(function Row({ frame, place }: RowProps) {
  const state = usePlayer((player) => toState(frame.step, player.cursor));
  const shown = usePlayer((player) => toShownStrategies(player.columns));
  const parts = usePlayer((player) => player.parting?.step === frame.step);
  const cells = toCells(frame);
  return (
    // The row is a larger target for the button in it, which does the same by keyboard.
    <tr
      aria-rowindex={place}
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
        {parts ? <span className={styles.parts}>first difference</span> : null}
      </td>
      {shown.map((strategy) => (
        <LaneCell key={strategy} frame={frame} strategy={strategy} text={cells[strategy]} />
      ))}
      <td>{cells.result}</td>
    </tr>
  );
});

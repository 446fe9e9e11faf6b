import { memo } from 'react';
import { toLook } from '../../lesson/page/look.ts';
import type { StepTelling } from '../../lesson/telling.ts';
import { TABLE_TEXTS } from '../../lesson/texts/panels/walk/table.ts';
import { isVerdict } from '../../lesson/told/tone.ts';
import { toShownStrategies } from '../../player/position/columns.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import type { Strategy } from '../../sim/strategy.ts';
import { useBringIntoView } from '../../ui/boxes/useBringIntoView.ts';
import { Icon } from '../../ui/controls/Icon.tsx';
import styles from './StepTable.module.css';

/** Whether a step lies behind, at or before the cursor. */
const toState = (step: number, cursor: number) =>
  step === cursor ? 'current' : step < cursor ? 'done' : 'coming';

interface CellProps {
  told: StepTelling;
  strategy: Strategy;
}

const LaneCell = memo(function LaneCell({ told, strategy }: CellProps) {
  const marked = usePlayer(({ pointed }) => {
    if (pointed?.step !== told.step || !('table' in pointed.place)) return null;
    return pointed.place.table === strategy ? pointed : null;
  });
  const cell = useBringIntoView<HTMLTableCellElement>(marked);
  const { text, detail } = told.row[strategy];
  const { tone } = told[strategy].badge;
  return (
    <td
      ref={cell}
      data-lane={strategy}
      data-marked={marked ? true : undefined}
      tabIndex={marked ? -1 : undefined}
    >
      {text}
      {isVerdict(tone) ? (
        <span className={styles.sign} data-tone={tone}>
          <Icon name={toLook(tone).icon} size={12} />
        </span>
      ) : null}
      {detail ? <code className={styles.detail}>{detail}</code> : null}
    </td>
  );
});

interface RowProps {
  told: StepTelling;
  /** The row's place among all rows, where not all are there; the head is the first. */
  place?: number;
}

/** One step: what happens in each lane, and what comes of it. */
export const Row = memo(function Row({ told, place }: RowProps) {
  const { step, row } = told;
  const state = usePlayer((player) => toState(step, player.cursor));
  const shown = usePlayer((player) => toShownStrategies(player.columns));
  const parts = usePlayer((player) => player.parting?.step === step);
  return (
    // The row is a larger target for the button in it, whose click comes up to it, by keyboard too.
    <tr
      aria-rowindex={place}
      data-step={step}
      data-state={state}
      aria-current={state === 'current' ? 'step' : undefined}
      onClick={() => usePlayer.getState().jumpTo(step)}
    >
      <td data-now={TABLE_TEXTS.now}>
        <button type="button" className={styles.step} aria-label={TABLE_TEXTS.sayGoTo(step)}>
          {step}
        </button>
      </td>
      <th scope="row" className={styles.action}>
        {row.action}
        {parts ? <span className={styles.parts}>{TABLE_TEXTS.parts}</span> : null}
      </th>
      {shown.map((strategy) => (
        <LaneCell key={strategy} told={told} strategy={strategy} />
      ))}
      <td>{row.result}</td>
    </tr>
  );
});

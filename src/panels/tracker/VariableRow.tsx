import { memo } from 'react';
import type { Checkpoint, Variable } from '../../lesson/telling.ts';
import { TRACKER_TEXTS } from '../../lesson/texts/panels/walk/tracker.ts';
import { VARIABLE_LANES } from '../../lesson/texts/variables.ts';
import { useSeen } from '../../player/position/useSeen.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { useBringIntoView } from '../../ui/boxes/useBringIntoView.ts';
import styles from './VariableTracker.module.css';

interface CellProps {
  variable: Variable;
  step: number;
  text: string;
  changed: boolean;
  /** The cell's place among all columns, where not all are shown. */
  place: number | undefined;
}

/** A text that may break inside localStorage and its like, which no narrow cell has room for. */
function Breakable({ text }: { text: string }) {
  const at = text.search(/Storage\b/);
  if (at <= 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <wbr />
      {text.slice(at)}
    </>
  );
}

const Cell = memo(function Cell({ variable, step, text, changed, place }: CellProps) {
  const state = useSeen(({ cursor }) =>
    cursor === step ? 'current' : cursor > step ? 'done' : 'coming',
  );
  const marked = usePlayer(({ pointed }) => {
    if (pointed?.step !== step || !('variable' in pointed.place)) return null;
    return pointed.place.variable === variable ? pointed : null;
  });
  const cell = useBringIntoView<HTMLTableCellElement>(marked);
  return (
    <td
      ref={cell}
      aria-colindex={place}
      data-state={state}
      data-changed={changed && state === 'current'}
      data-marked={marked ? true : undefined}
      tabIndex={marked ? -1 : undefined}
    >
      <Breakable text={text} />
      <span className={styles.badge}>{changed ? TRACKER_TEXTS.changed : ''}</span>
    </td>
  );
});

interface RowProps {
  variable: Variable;
  name: string;
  columns: readonly Checkpoint[];
  partial: boolean;
  open: boolean;
  onToggle: () => void;
}

/** One variable: its name, which opens its value in full, and what it holds after each step shown. */
export function VariableRow({ variable, name, columns, partial, open, onToggle }: RowProps) {
  const { at } = useSeen((seen) => seen.run.telling);
  return (
    <tr data-lane={VARIABLE_LANES[variable]}>
      <th scope="row">
        <button
          type="button"
          className={styles.name}
          aria-expanded={open}
          aria-describedby="tracker-open-hint"
          onClick={onToggle}
        >
          {name}
        </button>
      </th>
      {columns.map(({ step }) => {
        const { variables, changed } = at(step);
        return (
          <Cell
            key={step}
            variable={variable}
            step={step}
            text={variables[variable]}
            changed={changed.includes(variable)}
            place={partial ? step + 2 : undefined}
          />
        );
      })}
    </tr>
  );
}

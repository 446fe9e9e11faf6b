import type { RefObject } from 'react';
import { memo, useEffect, useRef, useState } from 'react';
import { toCheckpoints } from '../../lesson/checkpoints.ts';
import type { Variable } from '../../lesson/variables.ts';
import { toHistory, VARIABLE_LANES, VARIABLES } from '../../lesson/variables.ts';
import { isWholeWalk } from '../../lesson/walkRun.ts';
import { toShownStrategies } from '../../player/columns.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { useSettled } from '../../player/useSettled.ts';
import { Pane } from '../../ui/Pane.tsx';
import { ScrollBox } from '../../ui/ScrollBox.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { useBringIntoView } from '../../ui/useBringIntoView.ts';
import { ValueDetails } from './ValueDetails.tsx';
import styles from './VariableTracker.module.css';

interface Column {
  readonly step: number;
  readonly title: string;
}

interface CellProps {
  variable: Variable;
  column: Column;
  text: string;
  changed: boolean;
}

const Cell = memo(function Cell({ variable, column, text, changed }: CellProps) {
  const { step } = column;
  const state = usePlayer(({ cursor }) =>
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
      data-state={state}
      data-changed={changed && state === 'current'}
      data-marked={marked ? true : undefined}
      tabIndex={marked ? -1 : undefined}
    >
      {text}
      <span className={styles.badge}>{changed ? 'changed' : ''}</span>
    </td>
  );
});

interface RowProps {
  variable: Variable;
  columns: readonly Column[];
  open: boolean;
  onToggle: () => void;
}

function VariableRow({ variable, columns, open, onToggle }: RowProps) {
  const trace = usePlayer((player) => player.trace);
  const history = toHistory(trace, variable);
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
          {variable}
        </button>
      </th>
      {columns.map((column, i) => {
        const text = history[column.step] ?? '';
        const before = history[i === 0 ? column.step : column.step - 1];
        return (
          <Cell
            key={column.step}
            variable={variable}
            column={column}
            text={text}
            changed={text !== before}
          />
        );
      })}
    </tr>
  );
}

/** Keeps the current column in view where all steps are shown, beside the names that stay. */
function ColumnFollower({ box }: { box: RefObject<HTMLDivElement | null> }) {
  const cursor = useSettled((settled) => settled.cursor);
  useEffect(() => {
    const cell = box.current?.querySelector<HTMLElement>(`th[data-step="${cursor}"]`);
    const names = box.current?.querySelector<HTMLElement>('th')?.offsetWidth ?? 0;
    if (!box.current || !cell) return;
    const { scrollLeft, clientWidth } = box.current;
    const [left, right] = [cell.offsetLeft - names, cell.offsetLeft + cell.offsetWidth];
    if (scrollLeft > left) box.current.scrollLeft = left;
    else if (scrollLeft + clientWidth < right) box.current.scrollLeft = right - clientWidth;
  }, [box, cursor]);
  return null;
}

/** What the three variables hold after each step, computed from the trace; any value opens in full. */
export function VariableTracker() {
  const view = usePlayer((player) => player.trackerView);
  const trace = usePlayer((player) => player.trace);
  const { frames } = trace;
  const shown = usePlayer((player) => toShownStrategies(player.columns));
  const [chosen, setChosen] = useState<Variable | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const variables = VARIABLES.filter((variable) => shown.includes(VARIABLE_LANES[variable]));
  const open = chosen && variables.includes(chosen) ? chosen : null;
  const columns: readonly Column[] =
    view === 'checkpoints'
      ? toCheckpoints(trace)
      : frames.map(({ step }) => ({ step, title: step === 0 ? 'Start' : `Step ${step}` }));
  const look = view === 'checkpoints' && !isWholeWalk(trace) ? 'run' : view;
  return (
    <Pane
      title="Variable tracker"
      className={styles.pane}
      aside={
        <Segmented
          label="Steps in the tracker"
          options={[
            ['checkpoints', 'Checkpoints'],
            ['all', 'All steps'],
          ]}
          value={view}
          onChange={usePlayer.getState().setTrackerView}
        />
      }
    >
      <ScrollBox ref={box} className={styles.box} label="Variable tracker, scrollable">
        <ColumnFollower box={box} />
        <table className={styles.table} aria-label="Variable tracker" data-view={look}>
          <thead>
            <tr>
              <th scope="col">Variable</th>
              {columns.map(({ step, title }) => (
                <th key={step} scope="col" data-step={step}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {variables.map((variable) => (
              <VariableRow
                key={variable}
                variable={variable}
                columns={columns}
                open={variable === open}
                onToggle={() => setChosen(variable === chosen ? null : variable)}
              />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p id="tracker-open-hint" className={styles.hint}>
        {open
          ? `${open} in full, at this step:`
          : 'Open a variable by its name to see its value in full.'}
      </p>
      {open ? <ValueDetails variable={open} /> : null}
    </Pane>
  );
}

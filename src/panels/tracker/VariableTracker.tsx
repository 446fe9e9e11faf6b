import { useRef, useState } from 'react';
import { formatSpan, toSpan } from '../../lesson/page/span.ts';
import type { Variable } from '../../lesson/telling.ts';
import { VARIABLE_LANES, VARIABLES } from '../../lesson/texts/variables.ts';
import { toShownStrategies } from '../../player/position/columns.ts';
import { useSeen, useSeenRun } from '../../player/position/useSeen.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Pane } from '../../ui/Pane.tsx';
import { ScrollBox } from '../../ui/ScrollBox.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { ColumnFollower } from './ColumnFollower.tsx';
import { BLOCK, toColumns } from './columns.ts';
import { ValueDetails } from './ValueDetails.tsx';
import { VariableRow } from './VariableRow.tsx';
import styles from './VariableTracker.module.css';

/** A column's title in one line: that it is the state after a step is said, and not written. */
function ShortTitle({ title }: { title: string }) {
  const [after, short] = title.split(/(?<=^After )/);
  if (!short) return title;
  return (
    <>
      <span className="visually-hidden">{after}</span>
      {short}
    </>
  );
}

/** What the three variables hold after each step, computed from the run; any value opens in full. */
export function VariableTracker() {
  const view = usePlayer((player) => player.trackerView);
  const { lastStep, checkpoints, isWalk } = useSeenRun();
  const block = useSeen(({ cursor }) => Math.floor(cursor / BLOCK));
  const shown = usePlayer((player) => toShownStrategies(player.columns));
  const [chosen, setChosen] = useState<Variable | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const variables = VARIABLES.filter((variable) => shown.includes(VARIABLE_LANES[variable]));
  const open = chosen && variables.includes(chosen) ? chosen : null;
  const span = toSpan(block, BLOCK, lastStep);
  const columns = toColumns(view, span, checkpoints);
  const note = view === 'all' ? formatSpan(span, lastStep) : null;
  const partial = note !== null;
  const look = view === 'checkpoints' && !isWalk ? 'run' : view;
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
        <ColumnFollower box={box} from={partial ? span.from : null} />
        <table
          className={styles.table}
          aria-label="Variable tracker"
          aria-colcount={partial ? lastStep + 2 : undefined}
          data-view={look}
        >
          <thead>
            <tr>
              <th scope="col">Variable</th>
              {columns.map(({ step, title }) => (
                <th
                  key={step}
                  scope="col"
                  aria-colindex={partial ? step + 2 : undefined}
                  data-step={step}
                >
                  {look === 'run' ? <ShortTitle title={title} /> : title}
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
                partial={partial}
                open={variable === open}
                onToggle={() => setChosen(variable === chosen ? null : variable)}
              />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {note ? <p className={styles.hint}>{note}</p> : null}
      <p id="tracker-open-hint" className={styles.hint}>
        {open
          ? `${open} in full, at this step:`
          : 'Open a variable by its name to see its value in full.'}
      </p>
      {open ? <ValueDetails variable={open} /> : null}
    </Pane>
  );
}

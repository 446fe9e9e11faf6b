import { useEffect, useRef, useState } from 'react';
import { formatSpan } from '../../lesson/page/format.ts';
import type { Variable } from '../../lesson/telling.ts';
import { TRACKER_TEXTS } from '../../lesson/texts/panels/walk/tracker.ts';
import { VARIABLE_LANES } from '../../lesson/texts/variables.ts';
import { toSpan } from '../../lesson/told/span.ts';
import { toShownStrategies } from '../../player/position/columns.ts';
import { useSeen, useSeenRun } from '../../player/position/useSeen.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import fade from '../../ui/boxes/Fade.module.css';
import { Pane } from '../../ui/boxes/Pane.tsx';
import { ScrollBox } from '../../ui/boxes/ScrollBox.tsx';
import { watchEdges } from '../../ui/boxes/watchEdges.ts';
import { Segmented } from '../../ui/controls/Segmented.tsx';
import { ColumnFollower } from './ColumnFollower.tsx';
import { BLOCK, toColumns } from './columns.ts';
import { ValueDetails } from './ValueDetails.tsx';
import { VariableRow } from './VariableRow.tsx';
import styles from './VariableTracker.module.css';

/** A column's title in one line: that it is the state after a step is said, and not written. */
function ShortTitle({ title }: { title: string }) {
  const [heard, written] = TRACKER_TEXTS.splitTitle(title);
  if (heard === '') return written;
  return (
    <>
      <span className="visually-hidden">{heard}</span>
      {written}
    </>
  );
}

/** What the three variables hold after each step, computed from the run; any value opens in full. */
export function VariableTracker() {
  const chosenView = usePlayer((player) => player.trackerView);
  const { lastStep, checkpoints, isWalk, variables: all } = useSeenRun();
  // A cell that is pointed at is shown, whatever is chosen.
  const isBetween = usePlayer(
    ({ pointed }) =>
      pointed !== null &&
      'variable' in pointed.place &&
      !checkpoints.some(({ step }) => step === pointed.step),
  );
  const view = isBetween ? 'all' : chosenView;
  const block = useSeen(({ cursor }) => Math.floor(cursor / BLOCK));
  const shown = usePlayer((player) => toShownStrategies(player.columns));
  const [chosen, setChosen] = useState<Variable | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLElement>(null);
  useEffect(() => (pane.current ? watchEdges(pane.current) : undefined), []);
  const variables = all.filter(([variable]) => shown.includes(VARIABLE_LANES[variable]));
  const open = variables.find(([variable]) => variable === chosen) ?? null;
  const span = toSpan(block, BLOCK, lastStep);
  const columns = toColumns(view, span, checkpoints);
  const partial = view === 'all' && !span.isWhole;
  const note = partial ? formatSpan(span.from, span.to, lastStep) : null;
  const look = view === 'checkpoints' && !isWalk ? 'run' : view;
  return (
    <Pane
      ref={pane}
      title={TRACKER_TEXTS.title}
      className={`${styles.pane} ${fade.box}`}
      aside={
        <Segmented
          label={TRACKER_TEXTS.view}
          options={[
            ['checkpoints', TRACKER_TEXTS.checkpoints],
            ['all', TRACKER_TEXTS.all],
          ]}
          value={view}
          onChange={usePlayer.getState().setTrackerView}
        />
      }
    >
      <ScrollBox ref={box} className={styles.box} label={TRACKER_TEXTS.box}>
        <ColumnFollower box={box} from={partial ? span.from : null} />
        <table
          className={styles.table}
          aria-label={TRACKER_TEXTS.title}
          aria-colcount={partial ? lastStep + 2 : undefined}
          data-view={look}
        >
          <thead>
            <tr>
              <th scope="col">{TRACKER_TEXTS.variable}</th>
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
            {variables.map(([variable, name]) => (
              <VariableRow
                key={variable}
                variable={variable}
                name={name}
                columns={columns}
                partial={partial}
                open={variable === open?.[0]}
                onToggle={() => setChosen(variable === chosen ? null : variable)}
              />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {note ? <p className={styles.hint}>{note}</p> : null}
      <p id="tracker-open-hint" className={styles.hint}>
        {open ? TRACKER_TEXTS.sayOpen(open[1]) : TRACKER_TEXTS.open}
      </p>
      {open ? <ValueDetails variable={open[0]} /> : null}
    </Pane>
  );
}

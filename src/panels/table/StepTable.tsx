import { type RefObject, useEffect, useRef } from 'react';
import type { StepTelling } from '../../lesson/telling.ts';
import { LANE_TERMS } from '../../lesson/texts/lanes.ts';
import { LANE_TITLES, TABLE_TEXTS } from '../../lesson/texts/panels/walk/table.ts';
import { WHOLE_RUN } from '../../lesson/told/span.ts';
import { toShownStrategies } from '../../player/position/columns.ts';
import { reloadOnce } from '../../player/reloadOnce.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import fade from '../../ui/boxes/Fade.module.css';
import { ScrollBox } from '../../ui/boxes/ScrollBox.tsx';
import { watchEdges } from '../../ui/boxes/watchEdges.ts';
import { ComingNotice } from '../../ui/islands/ComingNotice.tsx';
import { toLatePart } from '../../ui/islands/latePart.ts';
import { useLatePart } from '../../ui/islands/useLatePart.ts';
import { Term } from '../../ui/text/Term.tsx';
import { Row } from './Row.tsx';
import { RowFollower } from './RowFollower.tsx';
import styles from './StepTable.module.css';
import { tellSteps } from './tellSteps.ts';

/** What a table of many rows needs; no run has as many until somebody makes one. */
export const longRunPart = toLatePart(() => import('./LongRun.tsx').then((m) => m.LongRun));

/** The rows of a long run; the first ones, until all of them can be shown. */
function LongRows({ box }: { box: RefObject<HTMLDivElement | null> }) {
  const { telling } = usePlayer((player) => player.run);
  const { Part: LongRun, state, retry } = useLatePart(longRunPart, reloadOnce);
  if (LongRun) return <LongRun box={box} />;
  return (
    <>
      {toRows(tellSteps(telling, 1, WHOLE_RUN - 1))}
      <tr>
        <td colSpan={5}>
          <ComingNotice name={TABLE_TEXTS.others} state={state} onRetry={retry} />
        </td>
      </tr>
    </>
  );
}

const toRows = (steps: readonly StepTelling[]) =>
  steps.map((told) => <Row key={told.step} told={told} />);

/** The 12 rows of the walk, or however many steps a run has. */
export function StepTable() {
  const { telling } = usePlayer((player) => player.run);
  const { lastStep } = telling.run;
  const shown = usePlayer((player) => toShownStrategies(player.columns));
  const box = useRef<HTMLDivElement>(null);
  const long = lastStep > WHOLE_RUN;
  useEffect(() => (box.current ? watchEdges(box.current) : undefined), []);
  return (
    <ScrollBox ref={box} className={`${styles.box} ${fade.box}`} label={TABLE_TEXTS.box}>
      {long ? null : <RowFollower box={box} />}
      <table
        className={styles.table}
        aria-label={TABLE_TEXTS.name}
        aria-rowcount={long ? lastStep + 1 : undefined}
        data-columns={shown.length}
      >
        <thead data-words="table">
          <tr aria-rowindex={long ? 1 : undefined}>
            <th scope="col">{TABLE_TEXTS.step}</th>
            <th scope="col">{TABLE_TEXTS.action}</th>
            {shown.map((strategy, i) => (
              <th key={strategy} scope="col" data-lane={strategy}>
                <Term
                  word={{ term: LANE_TERMS[strategy], text: LANE_TITLES[strategy] }}
                  tabIndex={i === 0 ? undefined : -1}
                />
              </th>
            ))}
            <th scope="col">{TABLE_TEXTS.result}</th>
          </tr>
        </thead>
        <tbody>{long ? <LongRows box={box} /> : toRows(tellSteps(telling, 1, lastStep))}</tbody>
      </table>
    </ScrollBox>
  );
}

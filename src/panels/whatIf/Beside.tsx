import { useId, useMemo } from 'react';
import { toLook } from '../../lesson/page/look.ts';
import type { StepTelling } from '../../lesson/telling.ts';
import { SHORT_LANE_NAMES } from '../../lesson/texts/lanes.ts';
import { BESIDE_TEXTS } from '../../lesson/texts/panels/whatIf.ts';
import { findStep, type ToldRun } from '../../player/runs/toldRun.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import type { StepPair } from '../../player/whatIf/pairSteps.ts';
import { pairSteps } from '../../player/whatIf/pairSteps.ts';
import { Icon } from '../../ui/controls/Icon.tsx';
import styles from './Beside.module.css';

const STRATEGIES = ['session', 'token'] as const;
/** Rows on show at once: the one at the cursor in the middle. */
const ROWS = 3;

/** How a step ended in both lanes: a square for the session, a circle for the token. */
function Signs({ told }: { told: StepTelling | null }) {
  if (!told) return <span className={styles.none}>{BESIDE_TEXTS.notIn}</span>;
  return (
    <span className={styles.signs}>
      {STRATEGIES.map((strategy) => {
        const { word, tone } = told[strategy].badge;
        const text = BESIDE_TEXTS.sayLane(SHORT_LANE_NAMES[strategy], word);
        return (
          <span key={strategy} className={styles.sign} data-lane={strategy} data-tone={tone}>
            <span title={text}>
              <Icon name={toLook(tone).icon} size={12} />
            </span>
            <span className="visually-hidden">{text}. </span>
          </span>
        );
      })}
    </span>
  );
}

const FirstDifference = () => (
  <span className={styles.here}>
    <span aria-hidden="true">≠</span>
    <span className="visually-hidden">{BESIDE_TEXTS.parts}</span>
  </span>
);

interface RowProps {
  pair: StepPair;
  run: ToldRun;
  original: ToldRun;
}

function Row({ pair, run, original }: RowProps) {
  const cursor = usePlayer((player) => player.cursor);
  const parts = usePlayer(({ parting }) => pair.own !== null && parting?.step === pair.own);
  const find = (told: ToldRun, step: number | null) =>
    step === null ? null : findStep(told, step);
  const [mine, theirs] = [find(run, pair.own), find(original, pair.original)];
  const title = (mine ?? theirs)?.title;
  return (
    <tr aria-current={pair.own === cursor ? 'step' : undefined} data-parting={parts || undefined}>
      <th scope="row">
        <span className={styles.number}>{pair.own ?? '–'}</span>
        <span className={styles.title} title={title}>
          {title}
        </span>
      </th>
      <td>
        <Signs told={theirs} />
      </td>
      <td>
        <Signs told={mine} />
        {parts ? <FirstDifference /> : null}
      </td>
    </tr>
  );
}

/** Where the rows begin: the run's ends stay in view. */
function toFirst(pairs: readonly StepPair[], cursor: number): number {
  const at = pairs.findIndex(({ own }) => own === cursor);
  return Math.max(0, Math.min(at - Math.floor(ROWS / 2), pairs.length - ROWS));
}

function Parting() {
  const parting = usePlayer((player) => player.parting);
  if (!parting) return <p>{BESIDE_TEXTS.same}</p>;
  const { step } = parting;
  return (
    <button type="button" onClick={() => usePlayer.getState().jumpTo(step)}>
      {BESIDE_TEXTS.sayParts(step)}
    </button>
  );
}

function Comparison({ run, original }: { run: ToldRun; original: ToldRun }) {
  const cursor = usePlayer((player) => player.cursor);
  const pairs = useMemo(() => pairSteps(run, original), [run, original]);
  const id = useId();
  const first = toFirst(pairs, cursor);
  return (
    <div className={styles.beside}>
      <h3 id={id}>{BESIDE_TEXTS.title}</h3>
      <table aria-label={BESIDE_TEXTS.name}>
        <thead>
          <tr>
            <th scope="col">{BESIDE_TEXTS.step}</th>
            <th scope="col">{BESIDE_TEXTS.original}</th>
            <th scope="col">{BESIDE_TEXTS.thisRun}</th>
          </tr>
        </thead>
        <tbody>
          {pairs.slice(first, first + ROWS).map((pair) => (
            <Row key={`${pair.own} ${pair.original}`} pair={pair} run={run} original={original} />
          ))}
        </tbody>
      </table>
      <Parting />
    </div>
  );
}

/** The original beside this run: how the steps around the cursor ended in each. */
export function Beside() {
  const original = usePlayer((player) => player.original);
  const run = usePlayer((player) => player.run);
  return original ? <Comparison run={run} original={original} /> : null;
}

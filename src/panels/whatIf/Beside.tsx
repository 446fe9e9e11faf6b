import { toLook } from '../../lesson/page/look.ts';
import type { StepTelling } from '../../lesson/telling.ts';
import { SHORT_LANE_NAMES } from '../../lesson/texts/lanes.ts';
import { BESIDE_TEXTS } from '../../lesson/texts/panels/whatIf.ts';
import { toLastStep } from '../../player/position/cursor.ts';
import { findStep } from '../../player/runs/toldRun.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './Beside.module.css';

const STRATEGIES = ['session', 'token'] as const;
/** Steps on show at once: the one at the cursor in the middle. */
const ROWS = 3;

/** How a step ended in both lanes: a square for the session, a circle for the token. */
function Signs({ told, parts = false }: { told: StepTelling | null; parts?: boolean }) {
  const here = parts ? (
    <span className={styles.here}>
      <span aria-hidden="true">≠</span>
      <span className="visually-hidden">{BESIDE_TEXTS.parts}</span>
    </span>
  ) : null;
  if (!told) {
    return (
      <td>
        <span className={styles.none}>{BESIDE_TEXTS.over}</span>
        {here}
      </td>
    );
  }
  return (
    <td>
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
      {here}
    </td>
  );
}

/** Where the rows begin: the run's ends stay in view. */
function toFirstStep(cursor: number, last: number): number {
  return Math.max(0, Math.min(cursor - Math.floor(ROWS / 2), last - ROWS + 1));
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

/** One line: a long name is cut short, and whole in its title. */
const Line = ({ text }: { text: string }) => (
  <p>
    <span title={text}>{text}</span>
  </p>
);

/** What the two do at the cursor, where it is not the same: their ends can then not be compared. */
function Titles({ ghost, told }: { ghost: StepTelling | null; told: StepTelling | null }) {
  const isUnlike = ghost && told && ghost.kind !== told.kind;
  return (
    <div className={styles.titles}>
      {isUnlike ? (
        <>
          <Line text={BESIDE_TEXTS.sayOriginal(ghost.title)} />
          <Line text={BESIDE_TEXTS.sayThisRun(told.title)} />
        </>
      ) : null}
    </div>
  );
}

/** The original beside this run: how the steps around the cursor ended in each. */
export function Beside() {
  const original = usePlayer((player) => player.original);
  const run = usePlayer((player) => player.run);
  const cursor = usePlayer((player) => player.cursor);
  const parting = usePlayer((player) => player.parting?.step);
  if (!original) return null;
  const last = Math.max(toLastStep(original), toLastStep(run));
  const first = toFirstStep(cursor, last);
  const steps = Array.from({ length: Math.min(ROWS, last + 1) }, (_, i) => first + i);
  return (
    <div className={styles.beside}>
      <table aria-label={BESIDE_TEXTS.name}>
        <thead>
          <tr>
            <th scope="col">{BESIDE_TEXTS.step}</th>
            <th scope="col">{BESIDE_TEXTS.original}</th>
            <th scope="col">{BESIDE_TEXTS.thisRun}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr
              key={step}
              aria-current={step === cursor ? 'step' : undefined}
              data-parting={step === parting || undefined}
            >
              <th scope="row">{step}</th>
              <Signs told={findStep(original, step)} />
              <Signs told={findStep(run, step)} parts={step === parting} />
            </tr>
          ))}
        </tbody>
      </table>
      <Titles ghost={findStep(original, cursor)} told={findStep(run, cursor)} />
      <Parting />
    </div>
  );
}

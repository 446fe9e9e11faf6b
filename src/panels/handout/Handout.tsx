import { useState } from 'react';
import { sayPosition } from '../../lesson/page/announcement.ts';
import { toPlainText } from '../../lesson/page/toPlainText.ts';
import { drawFigure } from '../../lesson/picture/drawFigure.ts';
import type { StepTelling, Telling } from '../../lesson/telling.ts';
import { KEY_MOMENTS } from '../../lesson/texts/keyMoments.ts';
import { LANE_NAMES } from '../../lesson/texts/lanes.ts';
import { HANDOUT_TEXTS } from '../../lesson/texts/panels/share/handout.ts';
import { SNAPSHOT, SNAPSHOT_IN_SHORT, SNAPSHOT_LOGOUT } from '../../lesson/texts/snapshot.ts';
import { useHeldTask } from '../../player/asking/useHeldTask.ts';
import { reloadOnce } from '../../player/reloadOnce.ts';
import { useDemoRun } from '../../player/runs/useDemoRun.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Segmented } from '../../ui/controls/Segmented.tsx';
import { useLatePart } from '../../ui/islands/useLatePart.ts';
import styles from './Handout.module.css';
import { PictureView } from './PictureView.tsx';
import { inShortPart, settingPart } from './scenarioParts.ts';

const LANES = ['session', 'token'] as const;

/** The steps of the walk whose pictures tell most: checked, logged out. */
const WALK_PICTURES = [7, 9] as const;

/** Of another run: what answers its question, and how it ends; how it begins where that is one. */
function listPictures({ run: { isWalk, answers, lastStep } }: Telling): readonly number[] {
  if (isWalk) return WALK_PICTURES;
  const told = answers ?? Math.ceil(lastStep / 2);
  return [...new Set([told === lastStep ? 1 : told, lastStep])];
}

const listSteps = ({ run, at }: Telling): readonly StepTelling[] =>
  Array.from({ length: run.lastStep }, (_, i) => at(i + 1));

interface SheetProps {
  telling: Telling;
  /** Leaves the cells empty that a learner fills in. */
  blank?: boolean;
}

function Table({ telling, blank }: SheetProps) {
  return (
    <table className={styles.table} data-blank={blank}>
      <thead>
        <tr>
          <th scope="col">{HANDOUT_TEXTS.step}</th>
          <th scope="col">{HANDOUT_TEXTS.action}</th>
          {LANES.map((lane) => (
            <th key={lane} scope="col">
              {LANE_NAMES[lane]}
            </th>
          ))}
          <th scope="col">{HANDOUT_TEXTS.result}</th>
        </tr>
      </thead>
      <tbody>
        {listSteps(telling).map(({ step, row }) => (
          <tr key={step}>
            <td>{step}</td>
            <th scope="row">{row.action}</th>
            {LANES.map((lane) => (
              <td key={lane}>
                {blank ? null : row[lane].text}
                {blank || row[lane].detail === null ? null : <code>{row[lane].detail}</code>}
              </td>
            ))}
            <td>{blank ? null : row.result}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Tracker({ telling: { run, at }, blank }: SheetProps) {
  return (
    <table className={styles.tracker} data-blank={blank}>
      <thead>
        <tr>
          <th scope="col">{HANDOUT_TEXTS.variable}</th>
          {run.checkpoints.map(({ step, title }) => (
            <th key={step} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {run.variables.map(([variable, name]) => (
          <tr key={variable}>
            <th scope="row">{name}</th>
            {run.checkpoints.map(({ step }) => (
              <td key={step}>{blank ? null : at(step).variables[variable]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What a sheet has only where it is not the walk's. */
function OfScenario({ part, telling }: SheetProps & { part: typeof settingPart }) {
  const { Part } = useLatePart(part, reloadOnce);
  return Part ? <Part telling={telling} /> : null;
}

function Facts(props: SheetProps) {
  return (
    <>
      <h3>{HANDOUT_TEXTS.table}</h3>
      <Table {...props} />
      <h3>{HANDOUT_TEXTS.tracker}</h3>
      <Tracker {...props} />
    </>
  );
}

function WalkInShort() {
  return (
    <>
      <div className={styles.short}>
        {LANES.map((lane) => (
          <section key={lane}>
            <h4>{LANE_NAMES[lane]}</h4>
            <ul>
              {[...SNAPSHOT[lane], SNAPSHOT_LOGOUT[lane]].map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <p>{SNAPSHOT_IN_SHORT}</p>
      <h3>{HANDOUT_TEXTS.moments}</h3>
      {KEY_MOMENTS.map(({ question, answer }) => (
        <p key={question} className={styles.moment}>
          <strong>{question}</strong> {answer}
        </p>
      ))}
    </>
  );
}

/** A step's lanes, one under the other, each with its words beside it. */
function StepPictures({ told, lastStep }: { told: StepTelling; lastStep: number }) {
  return (
    <>
      <h4>{sayPosition(told, lastStep)}</h4>
      {LANES.map((lane) => {
        const { badge, sentence } = told[lane];
        return (
          <div key={lane} className={styles.lane} data-lane={lane}>
            <PictureView picture={drawFigure(lane, told, lastStep)} />
            <div>
              <p>
                <strong>{LANE_NAMES[lane]}</strong>
              </p>
              <p>{badge.word}</p>
              <p>{toPlainText(sentence)}</p>
            </div>
          </div>
        );
      })}
    </>
  );
}

function Pictures({ telling }: SheetProps) {
  const { lastStep, isWalk } = telling.run;
  return (
    <section className={styles.sheet} data-paper>
      <h3>{HANDOUT_TEXTS.stage}</h3>
      {listPictures(telling).map((step) => (
        <StepPictures key={step} told={telling.at(step)} lastStep={lastStep} />
      ))}
      <h3>{HANDOUT_TEXTS.snapshot}</h3>
      {isWalk ? <WalkInShort /> : <OfScenario part={inShortPart} telling={telling} />}
    </section>
  );
}

/** The run on the screen as two pages to print; or as a worksheet with empty cells, and its solution; of an open task the worksheet alone. */
export function Handout() {
  const demo = useDemoRun();
  const [chosen, setKind] = useState<'handout' | 'worksheet'>('handout');
  // Whoever prints an open task gets what is to be filled in, and none of the answers.
  const isHeld = useHeldTask();
  const kind = isHeld ? 'worksheet' : chosen;
  if (!demo) return <p role="status">{HANDOUT_TEXTS.coming}</p>;
  const { telling } = demo.run;
  const { isWalk, scenario } = telling.run;
  const title = isWalk ? HANDOUT_TEXTS.walk : scenario.question;
  return (
    <div className={styles.handout}>
      <div className={styles.tools}>
        <Segmented
          label={HANDOUT_TEXTS.kind}
          options={HANDOUT_TEXTS.sheets}
          value={kind}
          onChange={setKind}
        />
        <Button onClick={() => window.print()}>{HANDOUT_TEXTS.print}</Button>
        <Button look="link" onClick={() => usePlayer.getState().setView('walk')}>
          {HANDOUT_TEXTS.back}
        </Button>
      </div>
      {demo.hadOwnSecrets ? <p role="status">{HANDOUT_TEXTS.ownSecrets}</p> : null}
      {kind === 'worksheet' ? (
        <section className={styles.sheet} data-paper>
          <h2>{title}</h2>
          {isWalk ? null : <OfScenario part={settingPart} telling={telling} />}
          <p>{HANDOUT_TEXTS.fillIn}</p>
          <Facts telling={telling} blank />
        </section>
      ) : null}
      {isHeld ? null : (
        <section className={styles.sheet} data-paper>
          <h2>{kind === 'worksheet' ? `${HANDOUT_TEXTS.solution}: ${title}` : title}</h2>
          {isWalk ? null : <OfScenario part={settingPart} telling={telling} />}
          <Facts telling={telling} />
          <p className={styles.computed}>{HANDOUT_TEXTS.computed}</p>
        </section>
      )}
      {kind === 'worksheet' ? null : <Pictures telling={telling} />}
    </div>
  );
}

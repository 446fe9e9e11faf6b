import groups from 'virtual:scenario-answers';
import { useState } from 'react';
import type { Judged, Puzzle } from '../../../lesson/exercises/project.ts';
import { judgeLines } from '../../../lesson/exercises/project.ts';
import { PROJECT_TEXTS } from '../../../lesson/texts/practise/project.ts';
import { shuffle } from '../../../player/kept/shuffle.ts';
import { showStep } from '../../../player/practise/openWay.ts';
import { usePractise } from '../../../player/practise/practiseProgress.ts';
import { usePlayer } from '../../../player/usePlayer.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { OwnHeading } from '../list/OwnHeading.tsx';
import styles from '../Practise.module.css';

const ANSWERS = new Map(groups.flatMap(([, all]) => all.map((one) => [one.id, one] as const)));

/** Shows the walk at the first of its steps of a kind. */
function showWalkStep(kind: Puzzle['shownAt'][number] | undefined): Promise<void> {
  const { telling } = usePlayer.getInitialState().run;
  const { scenario, lastStep } = telling.run;
  const steps = Array.from({ length: lastStep + 1 }, (_, step) => step);
  const step = steps.find((one) => telling.at(one).kind === kind) ?? 0;
  return showStep(scenario.id, step);
}

/** What is said of an order; of a line that is too soon with the step that shows why, of a fault with the run that shows it. */
function Verdict({ judged, puzzle }: { judged: Judged; puzzle: Puzzle }) {
  if (judged.type === 'right')
    return judged.unneeded
      ? PROJECT_TEXTS.sayUnneeded(judged.unneeded.trim())
      : PROJECT_TEXTS.right;
  if (judged.type === 'short') return PROJECT_TEXTS.short;
  if (judged.type === 'early') {
    const why = PROJECT_TEXTS.needed[puzzle.id]?.[judged.needs] ?? '';
    const kind = puzzle.shownAt[judged.needs];
    return (
      <>
        {PROJECT_TEXTS.sayEarly(judged.index + 1, why, judged.isMissing)}{' '}
        <Button look="link" onClick={() => void showWalkStep(kind)}>
          {PROJECT_TEXTS.seeStep}
        </Button>
      </>
    );
  }
  if (judged.type === 'needless') return PROJECT_TEXTS.sayNeedless(judged.fault.code.trim());
  const answer = ANSWERS.get(judged.fault.scenarioId);
  if (!answer) return null;
  return (
    <>
      {PROJECT_TEXTS.sayFault(answer.question)} {answer.sentence}{' '}
      <Button look="link" onClick={() => void showStep(answer.id, answer.step)}>
        {PROJECT_TEXTS.see}
      </Button>
    </>
  );
}

/** Keeps the focus where one is at work: at the next line, else the one before, else where the order is checked. */
function focusBeside(pressed: HTMLElement) {
  const line = pressed.closest('li');
  const beside = line?.nextElementSibling ?? line?.previousElementSibling;
  const check = pressed.closest('section')?.querySelector<HTMLElement>('[data-look="strong"]');
  (beside?.querySelector('button') ?? check)?.focus();
}

interface LinesProps {
  name: string;
  codes: readonly string[];
  say: (code: string) => string;
  onPress: (code: string) => void;
}

/** Lines of code, each of which goes to the other list when it is pressed. */
function Lines({ name, codes, say, onPress }: LinesProps) {
  return (
    <ol aria-label={name} className={styles.lines}>
      {codes.map((code) => (
        <li key={code}>
          <button
            type="button"
            aria-label={say(code.trim())}
            onClick={({ currentTarget }) => {
              focusBeside(currentTarget);
              onPress(code);
            }}
          >
            <code>{code}</code>
          </button>
        </li>
      ))}
    </ol>
  );
}

/** The lines of a route in no order, with one that is a real fault, to be put into theirs. */
export function PuzzlePart({ puzzle }: { puzzle: Puzzle }) {
  const { id, lines, faults } = puzzle;
  const all = [...lines, ...faults.map(({ code }) => code)];
  const [put, setPut] = useState<readonly string[]>([]);
  const [judged, setJudged] = useState<Judged | null>(null);
  const left = shuffle(all.length, all.length)
    .flatMap((i) => all[i] ?? [])
    .filter((code) => !put.includes(code));
  const change = (now: readonly string[]) => {
    setPut(now);
    setJudged(null);
  };
  const check = () => {
    const now = judgeLines(puzzle, put);
    setJudged(now);
    usePractise.getState().mark(`project/${id}`, now.type === 'right');
  };
  return (
    <section aria-labelledby={`puzzle-${id}`} className={styles.part}>
      <OwnHeading id={`puzzle-${id}`} way="project" item={id}>
        {PROJECT_TEXTS.routes[id] ?? id}
      </OwnHeading>
      {lines.some((line) => line.includes('verify(')) ? <p>{PROJECT_TEXTS.promise}</p> : null}
      <p>{PROJECT_TEXTS.lines}</p>
      <Lines
        name={PROJECT_TEXTS.lines}
        codes={left}
        say={PROJECT_TEXTS.sayAdd}
        onPress={(code) => change([...put, code])}
      />
      <p>{PROJECT_TEXTS.put}</p>
      {put.length === 0 ? (
        <p className={styles.minutes}>{PROJECT_TEXTS.nothing}</p>
      ) : (
        <Lines
          name={PROJECT_TEXTS.put}
          codes={put}
          say={PROJECT_TEXTS.sayRemove}
          onPress={(code) => change(put.filter((one) => one !== code))}
        />
      )}
      <div className={styles.row}>
        <Button look="strong" aria-disabled={put.length === 0} onClick={check}>
          {PROJECT_TEXTS.check}
        </Button>
        <Button onClick={() => change([])}>{PROJECT_TEXTS.again}</Button>
      </div>
      <p role="status">{judged ? <Verdict judged={judged} puzzle={puzzle} /> : null}</p>
    </section>
  );
}

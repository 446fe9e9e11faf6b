import type { AnsweredQuestion } from 'virtual:scenario-answers';
import groups from 'virtual:scenario-answers';
import { useState } from 'react';
import { LANE_NAMES, toShownStrategies } from '../../player/position/columns.ts';
import { toScenario } from '../../player/runs/toldRun.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { ComingNotice } from '../../ui/ComingNotice.tsx';
import { Icon, TONE_ICONS } from '../../ui/Icon.tsx';
import { ScrollBox } from '../../ui/ScrollBox.tsx';
import styles from './QuestionTable.module.css';

type Find = typeof import('./findQuestions.ts')['findQuestions'];

/** Says how many questions are shown and, where none has all the words, that they are the nearest. */
function sayFound(count: number, hasAll: boolean): string {
  const questions = count === 1 ? '1 question' : `${count} questions`;
  if (hasAll || count === 0) return questions;
  return `${questions} ${count === 1 ? 'has' : 'have'} some of these words`;
}

async function openAnswer({ id, step }: AnsweredQuestion) {
  await usePlayer.getState().chooseScenario(id, step);
  // The answer is shown on the stage, which is up there.
  window.scrollTo({ top: 0 });
}

function Row({ asked }: { asked: AnsweredQuestion }) {
  const isShown = usePlayer(({ run }) => toScenario(run).id === asked.id);
  const shown = usePlayer(({ columns }) => toShownStrategies(columns));
  return (
    <tr aria-current={isShown ? 'true' : undefined}>
      <th scope="row">
        <button type="button" className={styles.question} onClick={() => void openAnswer(asked)}>
          {asked.question}
        </button>
        <span className={styles.decision}>{asked.decision}</span>
      </th>
      {shown.map((strategy) => {
        const { tone, word } = asked[strategy];
        return (
          <td key={strategy} data-tone={tone}>
            <span className={styles.answer}>
              <Icon name={TONE_ICONS[tone]} size={14} />
              {word}
            </span>
          </td>
        );
      })}
    </tr>
  );
}

/** Every Scenario's question with both answers, each at the step that tells; a question opens it there. */
export function QuestionTable() {
  const [wanted, setWanted] = useState('');
  const shown = usePlayer(({ columns }) => toShownStrategies(columns));
  const [find, setFind] = useState<Find | null>(null);
  const [lost, setLost] = useState(false);
  // The search is fetched when somebody is about to use it; until then all are shown.
  const loadFind = () => {
    if (find) return;
    import('./findQuestions.ts').then(
      ({ findQuestions }) => setFind(() => findQuestions),
      () => setLost(true),
    );
    setLost(false);
  };
  const { groups: found, hasAll } = find?.(groups, wanted) ?? { groups, hasAll: true };
  const count = found.reduce((sum, [, asked]) => sum + asked.length, 0);
  return (
    <>
      <div className={styles.tools}>
        <input
          type="search"
          aria-label="Filter the questions"
          placeholder="stolen, deploy, CSRF, second server …"
          maxLength={200}
          value={wanted}
          onFocus={loadFind}
          onChange={(event) => {
            loadFind();
            setWanted(event.target.value);
          }}
        />
        <span role="status">{sayFound(count, hasAll)}</span>
        {lost ? <ComingNotice name="The search" state="failed" onRetry={loadFind} /> : null}
      </div>
      <ScrollBox className={styles.box} label="Questions, scrollable">
        <table className={styles.table} aria-label="Questions and answers">
          <thead>
            <tr>
              <th scope="col">Question</th>
              {shown.map((strategy) => (
                <th key={strategy} scope="col" data-lane={strategy}>
                  {LANE_NAMES[strategy]}
                </th>
              ))}
            </tr>
          </thead>
          {found.map(([group, asked]) => (
            <tbody key={group}>
              <tr className={styles.group}>
                <th scope="rowgroup" colSpan={shown.length + 1}>
                  {group}
                </th>
              </tr>
              {asked.map((one) => (
                <Row key={one.id} asked={one} />
              ))}
            </tbody>
          ))}
        </table>
        {count === 0 ? <p className={styles.none}>No question has any of these words.</p> : null}
      </ScrollBox>
    </>
  );
}

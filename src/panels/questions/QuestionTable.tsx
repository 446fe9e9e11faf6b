import type { AnsweredQuestion } from 'virtual:scenario-answers';
import groups from 'virtual:scenario-answers';
import { useState } from 'react';
import { LANE_NAMES, toShownStrategies } from '../../player/columns.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Icon, TONE_ICONS } from '../../ui/Icon.tsx';
import { ScrollBox } from '../../ui/ScrollBox.tsx';
import styles from './QuestionTable.module.css';

const hasText = ({ question, decision, id }: AnsweredQuestion, group: string, wanted: string) =>
  wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => `${question} ${decision} ${id} ${group}`.toLowerCase().includes(word));

async function openAnswer({ id, step }: AnsweredQuestion) {
  await usePlayer.getState().chooseScenario(id, step);
  // The answer is shown on the stage, which is up there.
  window.scrollTo({ top: 0 });
}

function Row({ asked }: { asked: AnsweredQuestion }) {
  const isShown = usePlayer(({ trace }) => trace.scenario.id === asked.id);
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
        const { tone, text } = asked[strategy];
        return (
          <td key={strategy} data-tone={tone}>
            <span className={styles.answer}>
              <Icon name={TONE_ICONS[tone]} size={14} />
              {text}
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
  const found = groups
    .map(([group, asked]) => [group, asked.filter((one) => hasText(one, group, wanted))] as const)
    .filter(([, asked]) => asked.length > 0);
  const count = found.reduce((sum, [, asked]) => sum + asked.length, 0);
  return (
    <>
      <div className={styles.tools}>
        <input
          type="search"
          aria-label="Filter the questions"
          placeholder="stolen, deploy, CSRF, second server …"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
        <span role="status">{count === 1 ? '1 question' : `${count} questions`}</span>
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
        {count === 0 ? <p className={styles.none}>No question has all of these words.</p> : null}
      </ScrollBox>
    </>
  );
}

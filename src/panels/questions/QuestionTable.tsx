import type { AnsweredQuestion } from 'virtual:scenario-answers';
import groups from 'virtual:scenario-answers';
import { useState } from 'react';
import { LANE_NAMES } from '../../lesson/texts/lanes.ts';
import { QUESTIONS_TEXTS } from '../../lesson/texts/panels/questions.ts';
import { toShownStrategies } from '../../player/position/columns.ts';
import { toScenario } from '../../player/runs/toldRun.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { ComingNotice } from '../../ui/ComingNotice.tsx';
import { Icon, TONE_ICONS } from '../../ui/Icon.tsx';
import { ScrollBox } from '../../ui/ScrollBox.tsx';
import type { FoundQuestions } from './findQuestions.ts';
import styles from './QuestionTable.module.css';

type Find = typeof import('./findQuestions.ts')['findQuestions'];

const ALL: FoundQuestions = { asked: groups.flatMap(([, asked]) => asked), fit: 'all' };

/** Opens a Scenario where it is walked, and takes the focus there. */
async function openWalk(id: string, step: number) {
  await usePlayer.getState().chooseScenario(id, step);
  usePlayer.getState().setView('walk');
  window.scrollTo({ top: 0 });
  document.getElementById('stage')?.focus({ preventScroll: true });
}

function Row({ asked }: { asked: AnsweredQuestion }) {
  const isShown = usePlayer(({ run }) => toScenario(run).id === asked.id);
  const shown = usePlayer(({ columns }) => toShownStrategies(columns));
  return (
    <tr aria-current={isShown ? 'true' : undefined}>
      <th scope="row">
        <button
          type="button"
          className={styles.question}
          onClick={() => void openWalk(asked.id, 0)}
        >
          {asked.question}
        </button>
        <button
          type="button"
          className={styles.decision}
          onClick={() => void openWalk(asked.id, asked.step)}
        >
          {QUESTIONS_TEXTS.sayToAnswer(asked.decision)}
        </button>
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
  const found = find?.(groups, wanted) ?? ALL;
  // What was looked for stands by how well it fits, whatever its group.
  const sections = found.fit === 'all' ? groups : [[null, found.asked] as const];
  return (
    <>
      <div className={styles.tools}>
        <input
          type="search"
          aria-label={QUESTIONS_TEXTS.filter}
          placeholder={QUESTIONS_TEXTS.example}
          maxLength={200}
          value={wanted}
          onFocus={loadFind}
          onChange={(event) => {
            loadFind();
            setWanted(event.target.value);
          }}
        />
        <span role="status">{QUESTIONS_TEXTS.sayFound(found.asked.length, found.fit)}</span>
        {lost ? (
          <ComingNotice name={QUESTIONS_TEXTS.search} state="failed" onRetry={loadFind} />
        ) : null}
      </div>
      <ScrollBox className={styles.box} label={QUESTIONS_TEXTS.box}>
        <table className={styles.table} aria-label={QUESTIONS_TEXTS.table}>
          <thead>
            <tr>
              <th scope="col">{QUESTIONS_TEXTS.question}</th>
              {shown.map((strategy) => (
                <th key={strategy} scope="col" data-lane={strategy}>
                  {LANE_NAMES[strategy]}
                </th>
              ))}
            </tr>
          </thead>
          {sections.map(([group, asked]) => (
            <tbody key={group}>
              {group === null ? null : (
                <tr className={styles.group}>
                  <th scope="rowgroup" colSpan={shown.length + 1}>
                    {group}
                  </th>
                </tr>
              )}
              {asked.map((one) => (
                <Row key={one.id} asked={one} />
              ))}
            </tbody>
          ))}
        </table>
        {found.asked.length === 0 ? <p className={styles.none}>{QUESTIONS_TEXTS.none}</p> : null}
      </ScrollBox>
    </>
  );
}

import type { AnsweredQuestion } from 'virtual:scenario-answers';
import { toLook } from '../../lesson/page/look.ts';
import { SHORT_LANE_NAMES } from '../../lesson/texts/lanes.ts';
import { PREDICT_TEXTS } from '../../lesson/texts/panels/check/predict.ts';
import { QUESTIONS_TEXTS } from '../../lesson/texts/panels/check/questions.ts';
import {
  type Predictions,
  toPredictionKey,
  usePredictions,
} from '../../player/asking/predictions.ts';
import { toShownStrategies } from '../../player/position/columns.ts';
import { toScenario } from '../../player/runs/toldRun.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Icon } from '../../ui/controls/Icon.tsx';
import { TABLE_ROLES } from '../../ui/tableRoles.ts';
import { openWalk } from './openWalk.ts';
import styles from './QuestionTable.module.css';

/** Names what was said before the answer of a question, with what is so; `null` where nothing was. */
function readSaid({ id, guess }: AnsweredQuestion, answers: Predictions): string | null {
  if (!guess) return null;
  const find = (kept: string | null | undefined) =>
    guess.options.find(([option]) => option === kept)?.[1];
  const kept = answers[toPredictionKey(id, guess.step)];
  const said = find(kept);
  if (said === undefined) return null;
  return kept === guess.right
    ? PREDICT_TEXTS.sayRight(said)
    : PREDICT_TEXTS.sayWrong(said, find(guess.right) ?? '');
}

/** A question, which opens its story at the start, and its answers, which open it where it is decided. */
export function QuestionRow({ asked }: { asked: AnsweredQuestion }) {
  const isShown = usePlayer(({ run }) => toScenario(run).id === asked.id);
  const said = usePredictions(({ answers }) => readSaid(asked, answers));
  const shown = usePlayer(({ columns }) => toShownStrategies(columns));
  return (
    <tr
      {...TABLE_ROLES.row}
      aria-current={isShown ? 'true' : undefined}
      data-known={said === null ? undefined : true}
    >
      <th scope="row" {...TABLE_ROLES.rowHeader}>
        <button
          type="button"
          className={styles.question}
          onClick={() => void openWalk(asked.id, 0)}
        >
          {asked.question}
        </button>
        {asked.settings.length > 0 ? (
          <ul aria-label={QUESTIONS_TEXTS.settings} className={styles.settings}>
            {asked.settings.map((setting) => (
              <li key={setting}>{setting}</li>
            ))}
          </ul>
        ) : null}
        {said === null ? null : <p className={styles.said}>{said}</p>}
        <p className={styles.sentence} data-answer>
          {asked.sentence}
        </p>
        <button
          type="button"
          className={styles.decision}
          data-answer
          onClick={() => void openWalk(asked.id, asked.step)}
        >
          {QUESTIONS_TEXTS.sayToAnswer(asked.decision)}
        </button>
      </th>
      {shown.map((strategy) => {
        const { tone, word } = asked[strategy];
        return (
          <td
            key={strategy}
            {...TABLE_ROLES.cell}
            data-lane={strategy}
            data-name={SHORT_LANE_NAMES[strategy]}
            data-tone={tone}
          >
            <span className={styles.answer} data-answer>
              <Icon name={toLook(tone).icon} size={14} />
              {word}
            </span>
          </td>
        );
      })}
    </tr>
  );
}

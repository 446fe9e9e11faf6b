import { findPlace } from '../../lesson/exercises/pick.ts';
import { LANE_NAMES } from '../../lesson/texts/lanes.ts';
import { PREDICT_TEXTS } from '../../lesson/texts/panels/check/predict.ts';
import { findScenarioNote } from '../../lesson/texts/scenarios/findScenarioNote.ts';
import { isWhich, listTellingLanes, type Question } from '../../lesson/told/question.ts';
import { useStaged } from '../../player/position/useSeen.ts';
import { Icon } from '../../ui/controls/Icon.tsx';
import { Rich } from '../../ui/text/Rich.tsx';

interface ToldProps {
  question: Question;
  said: string;
}

/** What was said beside what is so, and why: a Scenario's own answer, or the step's sentences. */
export function Told({ question, said }: ToldProps) {
  const telling = useStaged(({ run }) => run.telling);
  const step = useStaged(({ cursor }) => Math.min(cursor, question.answeredAt));
  const lanes = listTellingLanes(question, said);
  const { isWalk, scenario } = telling.run;
  const note = isWhich(question.subject) && !isWalk ? findScenarioNote(scenario.id) : null;
  const isRight = said === question.right;
  const place = isRight ? null : findPlace(telling, question, said);
  const [guess, truth] = [said, question.right].map((option) =>
    PREDICT_TEXTS.sayOption(question, option),
  );
  return (
    <>
      <strong data-right={isRight}>
        <Icon name={isRight ? 'check' : 'cross'} size={14} />
        {isRight
          ? PREDICT_TEXTS.sayRight(guess ?? '')
          : PREDICT_TEXTS.sayWrong(guess ?? '', truth ?? '')}
      </strong>{' '}
      {place ? <span>{PREDICT_TEXTS.sayPlace(place, said)} </span> : null}
      {note === null ? (
        lanes.map((lane) => (
          <span key={lane} data-lane={lane}>
            {lanes.length > 1 ? `${LANE_NAMES[lane]}: ` : null}
            <Rich parts={telling.at(step)[lane].sentence} tabIndex={-1} />{' '}
          </span>
        ))
      ) : (
        <span>{note.short}</span>
      )}
    </>
  );
}

import { findPlace } from '../../lesson/exercises/pick.ts';
import { LANE_NAMES } from '../../lesson/texts/lanes.ts';
import { PREDICT_TEXTS } from '../../lesson/texts/panels/check/predict.ts';
import { findScenarioNote } from '../../lesson/texts/scenarios/findScenarioNote.ts';
import { isRightIn, isWhich, listTellingLanes, type Question } from '../../lesson/told/question.ts';
import { useStaged } from '../../player/position/useSeen.ts';
import { Icon } from '../../ui/controls/Icon.tsx';
import { Rich } from '../../ui/text/Rich.tsx';

interface ToldProps {
  question: Question;
  said: string;
}

/** What was said beside what is so, and why: of a wrong guess the sentences of the lanes that it has wrong, until these stand under the lanes. */
export function Told({ question, said }: ToldProps) {
  const telling = useStaged(({ run }) => run.telling);
  const cursor = useStaged((staged) => staged.cursor);
  const isRight = said === question.right;
  const { isWalk, scenario } = telling.run;
  const isOfScenario = isWhich(question.subject) && !isWalk;
  const step = isOfScenario ? question.answeredAt : Math.min(cursor, question.answeredAt);
  // The lanes say it themselves there: what decides is said in place of that.
  const isSeen = step === cursor;
  const note = isOfScenario && (isRight || isSeen) ? findScenarioNote(scenario.id) : null;
  const place = isRight ? null : findPlace(telling, question, said);
  const told = listTellingLanes(question, said);
  const wrong = isOfScenario && !isRight;
  const lanes = told.filter((lane) => !wrong || isRightIn(question, said, lane) === false);
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
        (isSeen && place ? [] : lanes).map((lane) => (
          // The stage says it too, once it is there.
          <span key={lane} data-lane={step <= cursor ? lane : undefined}>
            {told.length > 1 ? `${LANE_NAMES[lane]}: ` : null}
            <Rich parts={telling.at(step)[lane].sentence} tabIndex={-1} />{' '}
          </span>
        ))
      ) : (
        <span>{note.short}</span>
      )}
    </>
  );
}

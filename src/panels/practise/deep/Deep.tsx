import groups from 'virtual:scenario-answers';
import type { Need } from '../../../lesson/texts/practise/deep.ts';
import { DEEP_TEXTS, NEEDS } from '../../../lesson/texts/practise/deep.ts';
import { toSourceAddress } from '../../../lesson/texts/terms/sources.ts';
import { showStep } from '../../../player/practise/openWay.ts';
import type { KeptNeed } from '../../../player/practise/practiseProgress.ts';
import { MOST_NOTE, usePractise } from '../../../player/practise/practiseProgress.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { CopyButton } from '../../../ui/controls/CopyButton.tsx';
import { OwnHeading } from '../list/OwnHeading.tsx';
import { NoItem } from '../NoItem.tsx';
import styles from '../Practise.module.css';
import type { WayProps } from '../wayProps.ts';

const ANSWERS = new Map(groups.flatMap(([, all]) => all.map((one) => [one.id, one] as const)));

interface NeedCardProps {
  need: Need;
  isMine: boolean;
  onChange: (isMine: boolean) => void;
}

/** What the runs say to one need, each with the step that decides, and what has to be settled. */
function NeedCard({ need, isMine, onChange }: NeedCardProps) {
  const { id, name, settle, runs, source } = need;
  return (
    <section aria-labelledby={`need-${id}`} className={styles.part}>
      <OwnHeading id={`need-${id}`} way="deep" item={id}>
        {name}
      </OwnHeading>
      <ul className={styles.ways}>
        {runs.flatMap((run) => {
          const answer = ANSWERS.get(run);
          return answer ? (
            <li key={run}>
              <Button look="link" onClick={() => void showStep(run, answer.step)}>
                {answer.question}
              </Button>
              <p>{answer.sentence}</p>
            </li>
          ) : (
            []
          );
        })}
      </ul>
      <p>
        <strong>{DEEP_TEXTS.settle}:</strong> {settle}{' '}
        <a href={toSourceAddress(source) ?? undefined} target="_blank" rel="noreferrer">
          {source}
        </a>
      </p>
      <label className={styles.tick}>
        <input
          type="checkbox"
          aria-label={DEEP_TEXTS.sayNeed(name)}
          checked={isMine}
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        />
        {DEEP_TEXTS.mine}
      </label>
    </section>
  );
}

/** Trade-offs for whoever has to choose: no winner, and a list that the reader's own answers fill. */
export function Deep({ item }: WayProps) {
  const named = NEEDS.filter(({ id }) => id === item);
  const needs = usePractise((practise) => practise.needs);
  const isChosen = ({ id }: Need) => needs[`deep/${id}`]?.isMine === true;
  const answers = Object.fromEntries(NEEDS.map(({ id }) => [id, needs[`deep/${id}`]?.note ?? '']));
  const keep = (id: string, said: Partial<KeptNeed>) =>
    usePractise.getState().settle(`deep/${id}`, said);
  const chosen = NEEDS.filter(isChosen);
  return (
    <>
      {item !== null && named.length === 0 ? <NoItem item={item} /> : null}
      <p>{DEEP_TEXTS.about}</p>
      {(named.length > 0 ? named : NEEDS).map((need) => (
        <NeedCard
          key={need.id}
          need={need}
          isMine={isChosen(need)}
          onChange={(now) => keep(need.id, { isMine: now })}
        />
      ))}
      <section aria-labelledby="needs" className={styles.part}>
        <h3 id="needs">{DEEP_TEXTS.list}</h3>
        {chosen.length === 0 ? (
          <p>{DEEP_TEXTS.none}</p>
        ) : (
          <>
            <ul className={styles.hints}>
              {chosen.map(({ id, name, settle }) => (
                <li key={id}>
                  {name}: {settle}
                  <input
                    className={styles.paste}
                    aria-label={DEEP_TEXTS.sayAnswer(name)}
                    placeholder={DEEP_TEXTS.answer}
                    maxLength={MOST_NOTE}
                    value={answers[id] ?? ''}
                    onChange={({ currentTarget }) => keep(id, { note: currentTarget.value })}
                  />
                </li>
              ))}
            </ul>
            <div className={styles.row}>
              <CopyButton text={DEEP_TEXTS.sayList(chosen, answers)} label={DEEP_TEXTS.copy} />
            </div>
          </>
        )}
      </section>
    </>
  );
}

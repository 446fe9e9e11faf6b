import type { RuleId } from '../../../lesson/exercises/rules.ts';
import { RULE_WORDS } from '../../../lesson/texts/practise/rules.ts';
import { TEST_TEXTS } from '../../../lesson/texts/practise/test.ts';
import { type AnsweredTest, isRightIn } from '../../../player/practise/compareTests.ts';
import type { TestCard } from '../../../player/practise/runs/makeTestCard.ts';
import { Reasons } from '../exercise/Reasons.tsx';
import { WayLink } from '../list/WayLink.tsx';
import styles from '../Practise.module.css';

/** Lists the rules by which some questions of a topic were decided, each once. */
function listRules(cards: readonly TestCard[], topic: string): readonly RuleId[] {
  const own = cards.filter((card) => card.topic === topic);
  const rules = own.flatMap(({ rules: { session, token } }) => [session, token]);
  return [...new Set(rules)].flatMap((rule) => rule ?? []);
}

const decidesNothing = ({ rules: { session, token } }: TestCard) =>
  session === null && token === null;

/** Lists the questions of a topic at whose step no rule decided: there the step itself says why. */
const listUndecided = (cards: readonly TestCard[], topic: string) =>
  cards.filter((card) => card.topic === topic && decidesNothing(card));

/** The rules behind what was answered wrongly, by topic, and where they are practised. */
export function Missed({ cards, said }: AnsweredTest) {
  const missed = cards.filter((card) => !isRightIn(card, said));
  if (missed.length === 0) return null;
  const topics = [...new Set(missed.map(({ topic }) => topic))];
  return (
    <section aria-label={TEST_TEXTS.missed} className={styles.part}>
      <h4>{TEST_TEXTS.missed}</h4>
      <dl className={styles.missed}>
        {topics.map((topic) => (
          <div key={topic}>
            <dt>{topic}</dt>
            {listRules(missed, topic).map((rule) => (
              <dd key={rule}>{RULE_WORDS[rule]}</dd>
            ))}
            {listUndecided(missed, topic).map(({ exercise }) => (
              <dd key={exercise.id}>
                <Reasons exercise={exercise} />
              </dd>
            ))}
          </div>
        ))}
      </dl>
      <div className={styles.row}>
        <WayLink way="challenge">{TEST_TEXTS.practise}</WayLink>
      </div>
    </section>
  );
}

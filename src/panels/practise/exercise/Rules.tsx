import type { RuleId } from '../../../lesson/exercises/rules.ts';
import type { PerLane } from '../../../lesson/telling.ts';
import { LANE_NAMES } from '../../../lesson/texts/lanes.ts';
import { RULE_TEXTS, RULE_WORDS } from '../../../lesson/texts/practise/rules.ts';
import styles from '../Practise.module.css';

const LANES = ['session', 'token'] as const;

/** By which rules the lanes have decided: said after every answer, so that the rule is learned and not the run. */
export function Rules({ rules }: { rules: PerLane<RuleId | null> }) {
  const isOne = rules.session === rules.token;
  const told = isOne ? LANES.slice(0, 1) : LANES;
  const all = told.flatMap((lane) => {
    const rule = rules[lane];
    return rule ? { lane, rule } : [];
  });
  if (all.length === 0) return null;
  return (
    <section aria-label={all.length === 1 ? RULE_TEXTS.one : RULE_TEXTS.two}>
      {all.map(({ lane, rule }) => (
        <p key={lane} className={styles.principle}>
          <strong>
            {RULE_TEXTS.one}
            {isOne ? null : ` (${LANE_NAMES[lane]})`}:
          </strong>{' '}
          {RULE_WORDS[rule]}
        </p>
      ))}
    </section>
  );
}

import { CHALLENGE_TEXTS } from '../../../lesson/texts/practise/goals.ts';
import type { RunContext } from '../../../player/practise/runs/readContext.ts';
import styles from '../Practise.module.css';

/** What has to be known of a run to judge it: its settings, and what was done. */
export const RunContextView = ({ settings, actions, times }: RunContext) => (
  <>
    {settings.length > 0 ? (
      <ul aria-label={CHALLENGE_TEXTS.settings} className={styles.settings}>
        {settings.map(({ said, meaning }) => (
          <li key={said}>
            {CHALLENGE_TEXTS.saySetting(said)} <span className={styles.purpose}>{meaning}</span>
          </li>
        ))}
      </ul>
    ) : null}
    {actions.length > 0 ? (
      <ol aria-label={CHALLENGE_TEXTS.runName} className={styles.steps}>
        {actions.map((action, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same can be done twice
          <li key={i}>{action}</li>
        ))}
      </ol>
    ) : null}
    {times.length > 0 ? (
      <p>
        {CHALLENGE_TEXTS.times}: {times.join(' · ')}
      </p>
    ) : null}
  </>
);

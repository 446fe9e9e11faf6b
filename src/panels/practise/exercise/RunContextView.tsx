import { CHALLENGE_TEXTS } from '../../../lesson/texts/practise/goals.ts';
import styles from '../Practise.module.css';

interface RunContextViewProps {
  settings: readonly string[];
  actions: readonly string[];
}

/** What has to be known of a run to judge it: its settings, and what was done. */
export const RunContextView = ({ settings, actions }: RunContextViewProps) => (
  <>
    {settings.length > 0 ? (
      <p>
        {CHALLENGE_TEXTS.settings}: {settings.join(' · ')}
      </p>
    ) : null}
    <ol aria-label={CHALLENGE_TEXTS.runName} className={styles.steps}>
      {actions.map((action, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same can be done twice
        <li key={i}>{action}</li>
      ))}
    </ol>
  </>
);

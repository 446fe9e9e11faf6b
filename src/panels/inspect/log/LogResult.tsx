import { LOG_INSPECT_TEXTS as TEXTS } from '../../../lesson/texts/inspect/log.ts';
import styles from '../Inspect.module.css';
import { ExchangeView } from './ExchangeView.tsx';
import type { Told } from './tellText.ts';

function sayProblem(problem: Extract<Told, { type: 'problem' }>['problem']): string {
  return problem === 'unreadable' ? TEXTS.unreadable : TEXTS.problems[problem];
}

/** What was found out about a log: its exchanges one after the other, or why it is none. */
export function LogResult({ told }: { told: Told | null }) {
  if (told === null) return <p>{TEXTS.nothing}</p>;
  if (told.type === 'reading') return <p role="status">{TEXTS.reading}</p>;
  if (told.type === 'problem')
    return (
      <p role="alert" className={styles.outcome} data-tone="denied">
        {sayProblem(told.problem)}
      </p>
    );
  const { log, left } = told;
  const { shown, all, isBare } = log;
  const count = shown.reduce((sum, { findings }) => sum + findings.length, 0);
  return (
    <>
      <div role="status" className={styles.part}>
        <h3 className={styles.outcome} data-tone={count > 0 ? 'denied' : 'rest'}>
          {TEXTS.sayFound(count)}
        </h3>
        <p>{TEXTS.sayShown(shown.length, all)}.</p>
      </div>
      {left > 0 ? <p>{TEXTS.sayLeft(left)}</p> : null}
      {isBare ? <p>{TEXTS.isBare}</p> : null}
      <p className={styles.note}>{TEXTS.mask}</p>
      <p className={styles.note}>{TEXTS.credentials}</p>
      {shown.map((exchange) => (
        <ExchangeView key={exchange.nth} exchange={exchange} />
      ))}
    </>
  );
}

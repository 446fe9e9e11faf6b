import { useEffect, useRef } from 'react';
import type { ValuesTelling, Variable } from '../../lesson/telling.ts';
import { VARIABLE_LANES } from '../../lesson/texts/variables.ts';
import { useSeenStep } from '../../player/position/useSeen.ts';
import { CookieDetails } from './CookieDetails.tsx';
import { RecordDetails } from './RecordDetails.tsx';
import { TokenDetails } from './TokenDetails.tsx';
import styles from './ValueDetails.module.css';

function Details({ variable, values }: { variable: Variable; values: ValuesTelling }) {
  if (variable === 'sessionStore') return <RecordDetails store={values.sessionStore} />;
  if (variable === 'sessionStoreB') return <RecordDetails store={values.sessionStoreB} />;
  if (variable === 'sessionCookie') return <CookieDetails cookie={values.sessionCookie} />;
  return <TokenDetails token={values.token} />;
}

/** One variable's value in full at the current step. */
export function ValueDetails({ variable }: { variable: Variable }) {
  const { values } = useSeenStep();
  const details = useRef<HTMLDivElement>(null);
  // Opened by hand: the page may go on under it.
  useEffect(() => {
    details.current?.scrollIntoView?.({ block: 'nearest' });
  }, []);
  return (
    <div
      ref={details}
      className={styles.details}
      data-lane={VARIABLE_LANES[variable]}
      data-words={variable}
    >
      <Details variable={variable} values={values} />
    </div>
  );
}

import type { CookieValue } from '../../lesson/telling.ts';
import { explainSetCookie } from '../../lesson/texts/cookieAttributes.ts';
import styles from './ValueDetails.module.css';

/** The session cookie with each attribute explained. */
export function CookieDetails({ cookie }: { cookie: CookieValue | null }) {
  if (!cookie) return <p>There is no session cookie at this step.</p>;
  const { setCookie, until } = cookie;
  return (
    <>
      <code className={styles.raw}>{setCookie}</code>
      {until === null ? null : <p>In the jar until {until}.</p>}
      <dl className={styles.list}>
        {explainSetCookie(setCookie).map(({ name, value, meaning }) => (
          <div key={name} className={styles.pair}>
            <dt>{value === null || value === '' ? name : `${name}=`}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

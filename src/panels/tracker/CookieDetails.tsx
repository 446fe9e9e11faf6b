import type { CookieValue } from '../../lesson/telling.ts';
import { explainSetCookie } from '../../lesson/texts/cookieAttributes.ts';
import { VALUE_TEXTS } from '../../lesson/texts/panels/values.ts';
import styles from './ValueDetails.module.css';

/** The session cookie with each attribute explained. */
export function CookieDetails({ cookie }: { cookie: CookieValue | null }) {
  if (!cookie) return <p>{VALUE_TEXTS.noCookie}</p>;
  const { setCookie, until } = cookie;
  return (
    <>
      <code className={styles.raw}>{setCookie}</code>
      {until === null ? null : <p>{VALUE_TEXTS.sayUntil(until)}</p>}
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

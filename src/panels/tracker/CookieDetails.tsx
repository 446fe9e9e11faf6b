import { explainSetCookie } from '../../lesson/cookieAttributes.ts';
import { formatDate } from '../../lesson/format.ts';
import type { StoredCookie } from '../../sim/client/jar.ts';
import styles from './ValueDetails.module.css';

interface CookieDetailsProps {
  cookie: StoredCookie | null;
  /** The field of this step's response, when it has one. */
  setCookie: string | null;
}

const SAME_SITE = { lax: 'Lax', strict: 'Strict', none: 'None' } as const;

/** Writes a stored cookie as the field that it came from. */
function toSetCookie(cookie: StoredCookie): string {
  return [
    `${cookie.name}=${cookie.value}`,
    `Path=${cookie.path}`,
    cookie.expires === null ? null : `Expires=${new Date(cookie.expires * 1000).toUTCString()}`,
    cookie.httpOnly ? 'HttpOnly' : null,
    cookie.secure ? 'Secure' : null,
    cookie.sameSite ? `SameSite=${SAME_SITE[cookie.sameSite]}` : null,
  ]
    .filter((part) => part !== null)
    .join('; ');
}

/** The session cookie with each attribute explained. */
export function CookieDetails({ cookie, setCookie }: CookieDetailsProps) {
  const text = setCookie ?? (cookie ? toSetCookie(cookie) : null);
  if (!text) return <p>There is no session cookie at this step.</p>;
  const end = cookie?.expires ?? null;
  return (
    <>
      <code className={styles.raw}>{text}</code>
      {end === null ? null : <p>In the jar until {formatDate(end)}.</p>}
      <dl className={styles.list}>
        {explainSetCookie(text).map(({ name, value, meaning }) => (
          <div key={name} className={styles.pair}>
            <dt>{value === null || value === '' ? name : `${name}=`}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

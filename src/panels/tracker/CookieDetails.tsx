import type { CookieValue } from '../../lesson/telling.ts';
import { VALUE_TEXTS } from '../../lesson/texts/panels/walk/values.ts';
import { explainSetCookie, toAttributeTerm } from '../../lesson/texts/settings/cookieAttributes.ts';
import { Term } from '../../ui/text/Term.tsx';
import styles from './ValueDetails.module.css';

function Attribute({ name, isStop }: { name: string; isStop: boolean }) {
  const term = toAttributeTerm(name);
  return term ? <Term word={{ term, text: name }} tabIndex={isStop ? undefined : -1} /> : name;
}

/** The session cookie with each attribute explained. */
export function CookieDetails({ cookie }: { cookie: CookieValue | null }) {
  if (!cookie) return <p>{VALUE_TEXTS.noCookie}</p>;
  const { setCookie, until } = cookie;
  const attributes = explainSetCookie(setCookie);
  // One takes the focus for all.
  const stop = attributes.find(({ name }) => toAttributeTerm(name));
  return (
    <>
      <code className={styles.raw}>{setCookie}</code>
      {until === null ? null : <p>{VALUE_TEXTS.sayUntil(until)}</p>}
      <dl className={styles.list}>
        {attributes.map(({ name, value, meaning }) => (
          <div key={name} className={styles.pair}>
            <dt>
              <Attribute name={name} isStop={name === stop?.name} />
              {value === null || value === '' ? null : '='}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

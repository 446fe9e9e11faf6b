import { decodeToken } from '../../lesson/decodeToken.ts';
import { formatDate } from '../../lesson/format.ts';
import styles from './ValueDetails.module.css';

interface TokenDetailsProps {
  token: string | null;
  /** The one that the client threw away. */
  discarded: string | null;
}

const DATES: ReadonlySet<string> = new Set(['iat', 'exp', 'nbf']);

function formatClaim(name: string, value: unknown): string {
  const text = JSON.stringify(value);
  return DATES.has(name) && typeof value === 'number' ? `${text}, ${formatDate(value)}` : text;
}

const MEANINGS: Readonly<Record<string, string>> = {
  alg: 'how it is signed; the server decides what it accepts, not this field',
  typ: 'what it is',
  id: 'the user, readable by everybody who holds the token',
  iat: 'issued at',
  exp: 'expires at',
};

function Part({ title, part }: { title: string; part: Readonly<Record<string, unknown>> | null }) {
  if (!part) return <p>The {title} is no JSON object.</p>;
  return (
    <dl className={styles.list}>
      {Object.entries(part).map(([name, value]) => (
        <div key={name} className={styles.pair}>
          <dt>{name}</dt>
          <dd>
            <code>{formatClaim(name, value)}</code>
            {MEANINGS[name] ? `, ${MEANINGS[name]}` : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The token in its three parts, header and payload decoded. */
export function TokenDetails({ token, discarded }: TokenDetailsProps) {
  const shown = token ?? discarded;
  if (!shown) return <p>There is no token at this step.</p>;
  const { parts, header, payload } = decodeToken(shown);
  return (
    <>
      {token ? null : <p>The client has thrown it away; a copy would read like this:</p>}
      <code className={styles.raw}>
        <span data-part="header">{parts[0]}</span>.<span data-part="payload">{parts[1]}</span>.
        <span data-part="signature">{parts[2]}</span>
      </code>
      <p>Header, payload and signature. The first two are base64url, not encryption:</p>
      <Part title="header" part={header} />
      <Part title="payload" part={payload} />
      <dl className={styles.list}>
        <div className={styles.pair}>
          <dt>signature</dt>
          <dd>HMAC-SHA256 over the two parts before it, under the server’s secret.</dd>
        </div>
      </dl>
    </>
  );
}

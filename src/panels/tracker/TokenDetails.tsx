import type { ClaimTelling, TokenValue } from '../../lesson/telling.ts';
import styles from './ValueDetails.module.css';

const MEANINGS: Readonly<Record<string, string>> = {
  alg: 'how it is signed; the server decides what it accepts, not this field',
  typ: 'what it is',
  id: 'the user, readable by everybody who holds the token',
  iat: 'issued at',
  exp: 'expires at',
};

interface PartProps {
  title: string;
  claims: readonly ClaimTelling[] | null;
}

function Part({ title, claims }: PartProps) {
  if (!claims) return <p>The {title} is no JSON object.</p>;
  return (
    <dl className={styles.list}>
      {claims.map(({ name, value }) => (
        <div key={name} className={styles.pair}>
          <dt>{name}</dt>
          <dd>
            <code>{value}</code>
            {MEANINGS[name] ? `, ${MEANINGS[name]}` : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The token in its three parts, header and payload decoded. */
export function TokenDetails({ token }: { token: TokenValue | null }) {
  if (!token) return <p>There is no token at this step.</p>;
  const { parts, discarded, header, payload } = token;
  return (
    <>
      {discarded ? <p>The client has thrown it away; a copy would read like this:</p> : null}
      <code className={styles.raw}>
        <span data-part="header">{parts[0]}</span>.<span data-part="payload">{parts[1]}</span>.
        <span data-part="signature">{parts[2]}</span>
      </code>
      <p>Header, payload and signature. The first two are base64url, not encryption:</p>
      <Part title="header" claims={header} />
      <Part title="payload" claims={payload} />
      <dl className={styles.list}>
        <div className={styles.pair}>
          <dt>signature</dt>
          <dd>HMAC-SHA256 over the two parts before it, under the server’s secret.</dd>
        </div>
      </dl>
    </>
  );
}

import type { ClaimTelling, TokenValue } from '../../lesson/telling.ts';
import { CLAIM_MEANINGS, VALUE_TEXTS } from '../../lesson/texts/panels/values.ts';
import styles from './ValueDetails.module.css';

interface PartProps {
  /** What to say where it is no JSON object. */
  none: string;
  claims: readonly ClaimTelling[] | null;
}

function Part({ none, claims }: PartProps) {
  if (!claims) return <p>{none}</p>;
  return (
    <dl className={styles.list}>
      {claims.map(({ name, value }) => (
        <div key={name} className={styles.pair}>
          <dt>{name}</dt>
          <dd>
            <code>{value}</code>
            {CLAIM_MEANINGS[name] ? `, ${CLAIM_MEANINGS[name]}` : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The token in its three parts, header and payload decoded. */
export function TokenDetails({ token }: { token: TokenValue | null }) {
  if (!token) return <p>{VALUE_TEXTS.noToken}</p>;
  const { parts, discarded, header, payload } = token;
  return (
    <>
      {discarded ? <p>{VALUE_TEXTS.discarded}</p> : null}
      <code className={styles.raw}>
        <span data-part="header">{parts[0]}</span>.<span data-part="payload">{parts[1]}</span>.
        <span data-part="signature">{parts[2]}</span>
      </code>
      <p>{VALUE_TEXTS.parts}</p>
      <Part none={VALUE_TEXTS.noHeader} claims={header} />
      <Part none={VALUE_TEXTS.noPayload} claims={payload} />
      <dl className={styles.list}>
        <div className={styles.pair}>
          <dt>{VALUE_TEXTS.signature}</dt>
          <dd>{VALUE_TEXTS.signed}</dd>
        </div>
      </dl>
    </>
  );
}

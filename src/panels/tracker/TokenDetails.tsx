import type { ClaimTelling, TokenValue } from '../../lesson/telling.ts';
import { CLAIM_MEANINGS, CLAIM_TERMS, VALUE_TEXTS } from '../../lesson/texts/panels/walk/values.ts';
import { Rich } from '../../ui/text/Rich.tsx';
import { Term } from '../../ui/text/Term.tsx';
import styles from './ValueDetails.module.css';

interface PartProps {
  /** What to say where it is no JSON object. */
  none: string;
  claims: readonly ClaimTelling[] | null;
  /** It has the word that takes the focus for all. */
  hasStop?: boolean;
}

/** A payload may have members of any name: only those of a JWT are explained. */
const toTerm = (name: string) => (Object.hasOwn(CLAIM_TERMS, name) ? CLAIM_TERMS[name] : undefined);

function Claim({ name, isStop }: { name: string; isStop: boolean }) {
  const term = toTerm(name);
  return term ? <Term word={{ term, text: name }} tabIndex={isStop ? undefined : -1} /> : name;
}

function Part({ none, claims, hasStop = false }: PartProps) {
  if (!claims) return <p>{none}</p>;
  const stop = hasStop ? claims.find(({ name }) => toTerm(name)) : undefined;
  return (
    <dl className={styles.list}>
      {claims.map((claim) => {
        const { name, value } = claim;
        return (
          <div key={name} className={styles.pair}>
            <dt>
              <Claim name={name} isStop={claim === stop} />
            </dt>
            <dd>
              <code>{value}</code>
              {CLAIM_MEANINGS[name] ? `, ${CLAIM_MEANINGS[name]}` : null}
            </dd>
          </div>
        );
      })}
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
      <Part none={VALUE_TEXTS.noHeader} claims={header} hasStop />
      <Part none={VALUE_TEXTS.noPayload} claims={payload} />
      <dl className={styles.list}>
        <div className={styles.pair}>
          <dt>
            <Term word={VALUE_TEXTS.signature} tabIndex={header ? -1 : undefined} />
          </dt>
          <dd>
            <Rich parts={VALUE_TEXTS.signed} tabIndex={-1} />
          </dd>
        </div>
      </dl>
    </>
  );
}

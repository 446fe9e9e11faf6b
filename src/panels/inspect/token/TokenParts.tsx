import { listTimes, listTokenRemarks } from '../../../lesson/inspect/token/claims.ts';
import type { ReadToken, TokenPart } from '../../../lesson/inspect/token/readToken.ts';
import { TOKEN_INSPECT_TEXTS as TEXTS } from '../../../lesson/texts/inspect/token.ts';
import styles from '../Inspect.module.css';
import exchangeStyles from '../parts/Exchange.module.css';
import { FindingList } from '../parts/FindingList.tsx';

/** What a part decodes to, and what is wrong with it. */
function Part({ name, part }: { name: string; part: TokenPart }) {
  const { problem, text, json } = part;
  const shown = json ? JSON.stringify(json, null, 2) : text;
  return (
    <>
      <h4>{name}</h4>
      {problem ? (
        <p className={styles.note} data-wrong>
          {TEXTS.sayProblem(problem)}
        </p>
      ) : null}
      {shown === '' ? null : <pre className={exchangeStyles.code}>{shown}</pre>}
    </>
  );
}

/** Header, payload, times and what is unusual, of any token, also a broken one. */
export function TokenParts({ read, now }: { read: ReadToken; now: number }) {
  const { header, payload, signature, kind, hadAround, wasBroken } = read;
  const times = payload?.json ? listTimes(payload.json) : [];
  const remarks = listTokenRemarks(read).map((remark) => TEXTS.remarkWords[remark]);
  return (
    <div className={styles.part}>
      <p>
        {TEXTS.sayKind(read)} {hadAround ? `${TEXTS.takenOut} ` : null}
        {wasBroken ? TEXTS.joined : null}
      </p>
      <Part name={TEXTS.header} part={header} />
      {payload && kind !== 'other' ? <Part name={TEXTS.payload} part={payload} /> : null}
      {times.length > 0 ? (
        <>
          <h4>{TEXTS.times}</h4>
          <dl aria-label={TEXTS.times} className={styles.facts}>
            {times.map((time) => (
              <div key={time.claim}>
                <dt>
                  {TEXTS.claims[time.claim]} (<code>{time.claim}</code>)
                </dt>
                <dd>{TEXTS.sayTime(time, now)}</dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
      {kind === 'jws' ? (
        <>
          <h4>{TEXTS.signature}</h4>
          <p className={styles.note} data-wrong={signature.problem ? true : undefined}>
            {signature.problem ? TEXTS.sayProblem(signature.problem) : TEXTS.signatureNote}
          </p>
        </>
      ) : null}
      <FindingList title={TEXTS.remarks} findings={remarks} />
    </div>
  );
}

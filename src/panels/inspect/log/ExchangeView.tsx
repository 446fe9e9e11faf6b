import type { ShownExchange, ShownMessage } from '../../../lesson/inspect/log/tellLog.ts';
import { isCredentialField } from '../../../lesson/texts/http/headerNotes.ts';
import { LOG_INSPECT_TEXTS as TEXTS } from '../../../lesson/texts/inspect/log.ts';
import styles from '../Inspect.module.css';
import exchangeStyles from '../parts/Exchange.module.css';
import { FindingList } from '../parts/FindingList.tsx';

interface MessageProps {
  name: string;
  message: ShownMessage | null;
}

/** One message, as the walk lays them out, with its secrets masked. */
function Message({ name, message }: MessageProps) {
  return (
    <article aria-label={name} className={exchangeStyles.message}>
      <p className={styles.note}>{name}</p>
      {message === null ? (
        <p className={styles.note}>{TEXTS.noResponse}</p>
      ) : (
        <pre className={exchangeStyles.code}>
          <strong>{message.startLine}</strong>
          {message.headers.map(([field, value], i) => (
            // Fields of one name, as Set-Cookie, are told apart by their place.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <span key={i} className={exchangeStyles.line}>
              <span className={exchangeStyles.name}>{field}</span>
              {': '}
              {isCredentialField(field) ? <mark>{value}</mark> : value}
            </span>
          ))}
          {message.body === null ? null : (
            <span className={exchangeStyles.body}>{message.body}</span>
          )}
          {message.omitted > 0 ? (
            <span className={exchangeStyles.body} data-omitted>
              {TEXTS.sayOmitted(message.omitted)}
            </span>
          ) : null}
        </pre>
      )}
    </article>
  );
}

/** One exchange of a log: what it does with credentials, what is unusual, and its messages. */
export function ExchangeView({ exchange }: { exchange: ShownExchange }) {
  const { nth, request, response, events, findings } = exchange;
  const title = TEXTS.sayNth(nth, request.startLine);
  return (
    <section aria-label={title} className={exchangeStyles.exchange}>
      <h4>{title}</h4>
      {events.length > 0 ? <p>{events.map(TEXTS.sayEvent).join(' · ')}</p> : null}
      <div className={exchangeStyles.messages}>
        <Message name={TEXTS.request} message={request} />
        <Message name={TEXTS.response} message={response} />
      </div>
      <FindingList
        title={TEXTS.unusual}
        label={TEXTS.sayUnusual(nth)}
        findings={findings.map(TEXTS.sayFinding)}
      />
    </section>
  );
}

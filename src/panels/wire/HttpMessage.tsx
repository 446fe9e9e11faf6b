import { useEffect, useRef, useState } from 'react';
import { cut } from '../../lesson/page/format.ts';
import type { HttpTelling } from '../../lesson/telling.ts';
import { explainHeader, isCredentialField } from '../../lesson/texts/http/headerNotes.ts';
import { toCurl, toWireText } from '../../lesson/texts/http/httpText.ts';
import { WIRE_TEXTS } from '../../lesson/texts/panels/walk/wire.ts';
import { CopyButton } from '../../ui/controls/CopyButton.tsx';
import { Term } from '../../ui/text/Term.tsx';
import styles from './HttpMessages.module.css';

/** What is longer is cut where it is shown; the copy buttons give all of it. */
const LONGEST = 1200;

/** A body with its secret part marked: the password going in, the token coming out. */
function Body({ body, secret }: { body: string; secret: string | null }) {
  const start = secret === null ? -1 : body.lastIndexOf(`:"${secret}"`) + 2;
  if (secret === null || start < 2) return <>{cut(body, LONGEST)}</>;
  return (
    <>
      {body.slice(0, start)}
      <mark className={styles.credential}>{cut(secret, LONGEST)}</mark>
      {body.slice(start + secret.length)}
    </>
  );
}

/** Names a field's place: of two of one name, as of Set-Cookie, by which it is. */
function toKey(headers: HttpTelling['headers'], at: number): string {
  const [field] = headers[at] ?? [''];
  const before = headers.slice(0, at).filter(([name]) => name === field);
  return `${field} ${before.length}`;
}

/** One HTTP message; a field's name opens what the field is for. */
export function HttpMessage({ message }: { message: HttpTelling }) {
  const [open, setOpen] = useState<string | null>(null);
  const note = open === null ? null : explainHeader(open);
  const shown = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (open !== null) shown.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  const { kind, startLine, route, headers, body, secret } = message;
  const isRequest = kind === 'request';
  const name = isRequest ? WIRE_TEXTS.request : WIRE_TEXTS.response;
  return (
    <article className={styles.message} aria-label={name}>
      <header className={styles.kind}>
        <span>
          {name}
          {route ? <span className={styles.route}>{route}</span> : null}
        </span>
        <span className={styles.copies}>
          <CopyButton look="link" text={toWireText(message)} label={WIRE_TEXTS.copyText} />
          {isRequest ? (
            <CopyButton look="link" text={toCurl(message)} label={WIRE_TEXTS.copyCurl} />
          ) : null}
        </span>
      </header>
      <pre data-arrows>
        <span className={styles.start}>{startLine}</span>
        {headers.map(([field, value], i) => (
          <span key={toKey(headers, i)} className={styles.field}>
            <button
              type="button"
              className={styles.name}
              aria-expanded={open === field}
              // One takes the focus for all.
              tabIndex={i === 0 ? undefined : -1}
              onClick={() => setOpen(open === field ? null : field)}
            >
              {field}
            </button>
            {': '}
            {isCredentialField(field) ? (
              <mark className={styles.credential}>{cut(value, LONGEST)}</mark>
            ) : (
              value
            )}
          </span>
        ))}
        {body === null ? null : (
          <span className={styles.body}>
            <Body body={body} secret={secret} />
          </span>
        )}
      </pre>
      {note ? (
        <p ref={shown} className={styles.note}>
          <strong>
            {note.term ? <Term word={{ term: note.term, text: open ?? '' }} /> : open}
          </strong>{' '}
          {note.text} <span>{note.source}.</span>
        </p>
      ) : null}
    </article>
  );
}

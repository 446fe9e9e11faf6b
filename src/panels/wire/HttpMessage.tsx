import { useEffect, useRef, useState } from 'react';
import { amend } from '../../lesson/book.ts';
import { cut } from '../../lesson/format.ts';
import { explainHeader, isCredentialField } from '../../lesson/headerNotes.ts';
import { toCurl, toStartLine, toWireText } from '../../lesson/wireText.ts';
import type { Message } from '../../sim/message.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import styles from './HttpMessages.module.css';

/** What is longer is cut where it is shown; the copy buttons give all of it. */
const LONGEST = 1200;

/** A body with its secret part marked: the password going in, the token coming out. */
function Body({ body }: { body: string }) {
  const found = /"(?:token|password|refreshToken)":"([^"]+)"/.exec(body);
  const secret = found?.[1];
  if (!found || secret === undefined) return <>{cut(body, LONGEST)}</>;
  const start = found.index + found[0].length - secret.length - 1;
  return (
    <>
      {body.slice(0, start)}
      <mark className={styles.credential}>{cut(secret, LONGEST)}</mark>
      {body.slice(start + secret.length)}
    </>
  );
}

interface HttpMessageProps {
  message: Message;
  origin: string;
}

/** One HTTP message; a field's name opens what the field is for. */
export function HttpMessage({ message, origin }: HttpMessageProps) {
  const [open, setOpen] = useState<string | null>(null);
  const note = open === null ? null : explainHeader(open);
  const shown = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (open !== null) shown.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  const isRequest = message.kind === 'request';
  const route = amend()?.route(message);
  return (
    <article className={styles.message} aria-label={isRequest ? 'Request' : 'Response'}>
      <header className={styles.kind}>
        <span>
          {isRequest ? 'Request' : 'Response'}
          {route ? <span className={styles.route}>{route}</span> : null}
        </span>
        <span className={styles.copies}>
          <CopyButton text={toWireText(message)} label="Copy as text" />
          {isRequest ? <CopyButton text={toCurl(message, origin)} label="Copy as curl" /> : null}
        </span>
      </header>
      <pre>
        <span className={styles.start} data-refused={(message.status ?? 0) >= 400}>
          {toStartLine(message)}
        </span>
        {message.headers.map(([name, value]) => (
          <span key={name} className={styles.field}>
            <button
              type="button"
              className={styles.name}
              aria-expanded={open === name}
              onClick={() => setOpen(open === name ? null : name)}
            >
              {name}
            </button>
            {': '}
            {isCredentialField(name) ? (
              <mark className={styles.credential}>{cut(value, LONGEST)}</mark>
            ) : (
              value
            )}
          </span>
        ))}
        {message.body === null ? null : (
          <span className={styles.body}>
            <Body body={message.body} />
          </span>
        )}
      </pre>
      {note ? (
        <p ref={shown} className={styles.note}>
          <strong>{open}</strong> {note.text} <span>{note.source}.</span>
        </p>
      ) : null}
    </article>
  );
}

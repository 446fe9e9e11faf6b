import { useId } from 'react';
import { judgeLine } from '../../../lesson/inspect/cookie/judgeLine.ts';
import {
  MAX_PASTED,
  type PastedAnswer,
  readPasted,
} from '../../../lesson/inspect/cookie/pasted.ts';
import type { LineSource } from '../../../lesson/inspect/cookie/source.ts';
import { COOKIE_INSPECT_TEXTS as TEXTS } from '../../../lesson/texts/inspect/cookie.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { useCookieDraft } from '../drafts.ts';
import styles from '../Inspect.module.css';
import { Field, PRIVATE } from '../parts/Field.tsx';
import { LineResult } from './LineResult.tsx';
import { SourceFields, toSource } from './SourceFields.tsx';

/** Says why nothing can be judged, or what the browser's own words mean. */
function sayNothing(text: string, { other, complaint }: PastedAnswer): string {
  if (text.trim() === '') return TEXTS.nothing;
  if (complaint) return TEXTS.complaints[complaint];
  return other ? TEXTS.others[other] : TEXTS.isNone;
}

interface ResultsProps {
  text: string;
  source: LineSource;
  now: number;
}

/** What becomes of each line, the first of which answers at once. */
function Results({ text, source, now }: ResultsProps) {
  const pasted = readPasted(text);
  const { lines, date, cors } = pasted;
  const from = { ...source, date, cors };
  const verdicts = lines.map((line) => judgeLine(line, from, now));
  return (
    <>
      <p role="status" className="visually-hidden">
        {verdicts.map(TEXTS.sayOutcome).join('. ')}
      </p>
      {lines.length === 0 ? <p>{sayNothing(text, pasted)}</p> : null}
      {lines.map((line, i) => (
        <LineResult
          // Two lines may be alike; which is which is its place.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={i}
          line={line}
          place={lines.length > 1 ? TEXTS.sayNth(i + 1, lines.length) : null}
          source={from}
          now={now}
        />
      ))}
    </>
  );
}

/** A Set-Cookie line and where it came from: what a browser does with it, and why. */
export function CookieInspection() {
  const id = useId();
  const { text, asked, now } = useCookieDraft();
  const source = toSource(asked);
  const change = (next: string) =>
    useCookieDraft.setState({ text: next, now: Math.floor(Date.now() / 1000) });
  return (
    <div className={styles.sides}>
      <div className={styles.form}>
        <Field id={id} label={TEXTS.line}>
          <textarea
            id={id}
            rows={4}
            maxLength={MAX_PASTED}
            placeholder={TEXTS.example}
            value={text}
            onChange={({ currentTarget }) => change(currentTarget.value)}
            {...PRIVATE}
          />
        </Field>
        {text === '' ? (
          <Button onClick={() => change(TEXTS.example)}>{TEXTS.tryExample}</Button>
        ) : null}
        <SourceFields asked={asked} onChange={(next) => useCookieDraft.setState({ asked: next })} />
      </div>
      <section aria-label={TEXTS.verdict} className={styles.result}>
        {source ? <Results text={text} source={source} now={now} /> : <p>{TEXTS.noUrl}</p>}
      </section>
    </div>
  );
}

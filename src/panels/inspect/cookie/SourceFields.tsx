import { useId } from 'react';
import { ASKED_BY, type LineSource, readUrl } from '../../../lesson/inspect/cookie/source.ts';
import { COOKIE_INSPECT_TEXTS as TEXTS } from '../../../lesson/texts/inspect/cookie.ts';
import { Segmented } from '../../../ui/controls/Segmented.tsx';
import { Select } from '../../../ui/controls/Select.tsx';
import styles from '../Inspect.module.css';
import fieldStyles from '../parts/Field.module.css';
import { Field, PRIVATE } from '../parts/Field.tsx';

/** Where a line came from, as it is typed. */
export interface Asked extends Pick<LineSource, 'by' | 'credentials' | 'thirdPartyCookies'> {
  readonly url: string;
  /** Empty: a page of the same origin. */
  readonly page: string;
}

/** Reads what is typed; `null` where a URL is none. */
export function toSource({ url, page, ...asked }: Asked): LineSource | null {
  const answering = readUrl(url);
  const asking = page.trim() === '' ? answering : readUrl(page);
  if (answering === null || asking === null) return null;
  return { ...asked, url: answering.href, page: asking.origin, date: null, cors: null };
}

const MODES = Object.entries(TEXTS.modes) as [LineSource['credentials'], string][];
const THIRD_PARTIES = Object.entries(TEXTS.thirdParties) as [
  LineSource['thirdPartyCookies'],
  string,
][];

interface UrlFieldProps {
  label: string;
  value: string;
  placeholder?: string;
  onChange: (value: string) => void;
}

function UrlField({ label, value, placeholder, onChange }: UrlFieldProps) {
  const id = useId();
  const isWrong = readUrl(value) === null && (value.trim() !== '' || placeholder === undefined);
  return (
    <Field id={id} label={label} note={isWrong ? TEXTS.noUrl : null} isWrong={isWrong}>
      <input
        id={id}
        type="text"
        inputMode="url"
        value={value}
        placeholder={placeholder}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-note` : undefined}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        {...PRIVATE}
      />
    </Field>
  );
}

interface SourceFieldsProps {
  asked: Asked;
  onChange: (asked: Asked) => void;
}

/** Where a line came from: what answered, what asked for it, and how. */
export function SourceFields({ asked, onChange }: SourceFieldsProps) {
  const id = useId();
  const { url, page, by, credentials, thirdPartyCookies } = asked;
  const set = (change: Partial<Asked>) => onChange({ ...asked, ...change });
  return (
    <>
      <UrlField label={TEXTS.url} value={url} onChange={(next) => set({ url: next })} />
      <div className={fieldStyles.field}>
        <span aria-hidden="true">{TEXTS.by}</span>
        <Select
          label={TEXTS.by}
          options={ASKED_BY.map((one) => [one, TEXTS.askedBy[one]] as const)}
          value={by}
          onChange={(next) => set({ by: next })}
        />
      </div>
      {by === 'addressBar' ? null : (
        <UrlField
          label={TEXTS.page}
          value={page}
          placeholder={TEXTS.sameOrigin}
          onChange={(next) => set({ page: next })}
        />
      )}
      {by === 'fetch' ? (
        <div className={fieldStyles.field}>
          <span id={`${id}-modes`}>{TEXTS.credentials}</span>
          <Segmented
            labelledBy={`${id}-modes`}
            options={MODES}
            value={credentials}
            onChange={(next) => set({ credentials: next })}
          />
          <p className={styles.note}>{TEXTS.credentialsNote}</p>
        </div>
      ) : null}
      <div className={fieldStyles.field}>
        <span id={`${id}-third`}>{TEXTS.thirdParty}</span>
        <Segmented
          labelledBy={`${id}-third`}
          options={THIRD_PARTIES}
          value={thirdPartyCookies}
          onChange={(next) => set({ thirdPartyCookies: next })}
        />
      </div>
    </>
  );
}

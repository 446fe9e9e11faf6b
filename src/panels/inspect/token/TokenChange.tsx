import { useId, useState } from 'react';
import {
  type Changed,
  signAgain,
  type TokenDraft,
  tamper,
} from '../../../lesson/inspect/token/change.ts';
import type { ReadToken, TokenPart } from '../../../lesson/inspect/token/readToken.ts';
import type { SecretForm } from '../../../lesson/inspect/token/verdict.ts';
import { TOKEN_INSPECT_TEXTS as TEXTS } from '../../../lesson/texts/inspect/token.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import styles from '../Inspect.module.css';
import fieldStyles from '../parts/Field.module.css';
import { Field, PRIVATE } from '../parts/Field.tsx';

const toText = (part: TokenPart | null): string =>
  part?.json ? JSON.stringify(part.json, null, 2) : (part?.text ?? '');

interface TokenChangeProps {
  read: ReadToken;
  secret: string;
  form: SecretForm;
  onChange: (token: string) => void;
}

interface Edited extends TokenDraft {
  /** The token that was edited: of another one nothing is. */
  readonly of: string;
}

/** What came of a button, for the token that it made, or failed at. */
interface Done {
  readonly of: string;
  readonly problem: Changed['problem'];
  readonly said: string;
}

/** Header and payload to be edited; what is edited becomes a token by one of two buttons alone. */
export function TokenChange({ read, secret, form, onChange }: TokenChangeProps) {
  const id = useId();
  const { token } = read;
  const [edited, setEdited] = useState<Edited | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const draft =
    edited?.of === token
      ? edited
      : { of: token, header: toText(read.header), payload: toText(read.payload) };
  const put = ({ token: made, problem }: Changed, said: string) => {
    setDone({ of: made ?? token, problem, said: problem ? TEXTS.changeProblems[problem] : said });
    if (made !== null) onChange(made);
  };
  const shown = done?.of === token ? done : null;
  const fields = [
    ['header', TEXTS.header, 4],
    ['payload', TEXTS.payload, 8],
  ] as const;
  return (
    <section aria-label={TEXTS.change} className={styles.part}>
      <h4>{TEXTS.change}</h4>
      <p className={styles.note}>{TEXTS.changeNote}</p>
      {fields.map(([name, label, rows]) => (
        <Field key={name} id={`${id}-${name}`} label={label}>
          <textarea
            id={`${id}-${name}`}
            rows={rows}
            value={draft[name]}
            aria-invalid={shown?.problem === name}
            onChange={({ currentTarget }) => setEdited({ ...draft, [name]: currentTarget.value })}
            {...PRIVATE}
          />
        </Field>
      ))}
      <div className={fieldStyles.row}>
        <Button onClick={() => put(tamper(draft, read.signature.text), TEXTS.tampered)}>
          {TEXTS.tamper}
        </Button>
        <Button onClick={async () => put(await signAgain(draft, secret, form), TEXTS.signed)}>
          {TEXTS.sign}
        </Button>
      </div>
      <p role="status" className={styles.note} data-wrong={shown?.problem ? true : undefined}>
        {shown?.said}
      </p>
    </section>
  );
}

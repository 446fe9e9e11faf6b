import { useState } from 'react';
import { SECRET_TEXTS } from '../../../lesson/texts/panels/settings.ts';
import { describeSecret } from '../../../lesson/texts/settings/secretWords.ts';
import { applySettings } from '../../../player/whatIf/applySettings.ts';
import {
  readSessionSecret,
  readTokenSecret,
  weighSecret,
} from '../../../player/whatIf/readSetting.ts';
import type { Strategy } from '../../../sim/strategy.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import styles from './Secrets.module.css';
import { TextField } from './TextField.tsx';
import { useRowMatters } from './useRowMatters.ts';

/** Says what a secret is for and how large it is; one that is refused needs no warning. */
function sayMeaning(role: string, signs: Strategy, secret: string, isWrong: boolean) {
  const { bytes, isSmall } = weighSecret(secret);
  const weak = isSmall && !isWrong;
  return (
    <>
      {role}{' '}
      <span className={styles.size} data-weak={weak || undefined}>
        {describeSecret(bytes, weak ? signs : null)}
      </span>
    </>
  );
}

const asTyped = (text: string) => text;

const applySecrets = (secrets: readonly string[]) =>
  applySettings((now) => ({ ...now, session: { ...now.session, secrets } }));

/** The session's secrets: the first signs, all of them verify. */
export function SessionSecrets({ secrets, changed }: SecretsProps) {
  const [adding, setAdding] = useState(false);
  const rest = useRowMatters('secrets', changed) ? undefined : true;
  const rows = adding ? [...secrets, ''] : secrets;
  // One that is being added and still empty is left out.
  const withRow = (at: number, secret: string) => [
    ...secrets.slice(0, at),
    secret,
    ...secrets.slice(at + 1),
  ];
  return (
    <>
      {rows.map((secret, i) => (
        <TextField
          // A secret's place in the list is what it is.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={i}
          name="secrets"
          label={SECRET_TEXTS.saySession(i + 1)}
          meaning={(text, isWrong) =>
            sayMeaning(
              i === 0 ? SECRET_TEXTS.signsCookie : SECRET_TEXTS.older,
              'session',
              text,
              isWrong,
            )
          }
          changed={changed && i === 0}
          value={secret}
          format={asTyped}
          read={(text) => readSessionSecret(text, withRow(i, text))}
          apply={(typed) => {
            if (i === secrets.length) setAdding(false);
            return applySecrets(withRow(i, typed));
          }}
        />
      ))}
      <div className={styles.buttons} data-rest={rest}>
        {adding ? null : <Button onClick={() => setAdding(true)}>{SECRET_TEXTS.add}</Button>}
        {rows.length > 1 ? (
          <Button
            onClick={() => {
              if (adding) setAdding(false);
              else void applySecrets(secrets.slice(0, -1));
            }}
          >
            {SECRET_TEXTS.sayRemove(rows.length)}
          </Button>
        ) : null}
      </div>
    </>
  );
}

interface SecretsProps {
  secrets: readonly string[];
  changed: boolean;
}

/** The secret that signs and verifies tokens. */
export function TokenSecret({ secret, changed }: { secret: string; changed: boolean }) {
  return (
    <TextField
      name="secrets"
      label={SECRET_TEXTS.token}
      meaning={(text, isWrong) => sayMeaning(SECRET_TEXTS.signsTokens, 'token', text, isWrong)}
      changed={changed}
      value={secret}
      format={asTyped}
      read={readTokenSecret}
      apply={(typed) =>
        applySettings((now) => ({ ...now, token: { ...now.token, secret: typed } }))
      }
    />
  );
}

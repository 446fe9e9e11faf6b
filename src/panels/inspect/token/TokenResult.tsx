import { useEffect, useState } from 'react';
import {
  judgeToken,
  type NoVerdict,
  type SecretForm,
  type TokenVerdict,
} from '../../../lesson/inspect/token/verdict.ts';
import { TOKEN_INSPECT_TEXTS as TEXTS } from '../../../lesson/texts/inspect/token.ts';
import { Icon } from '../../../ui/controls/Icon.tsx';
import styles from '../Inspect.module.css';

const LOOKS = {
  valid: ['check', 'allowed'],
  expired: ['cross', 'denied'],
  notYet: ['cross', 'denied'],
  invalid: ['cross', 'denied'],
} as const;

/** Both libraries, and why they do not agree, where they do not. */
function Libraries({ verdict }: { verdict: TokenVerdict }) {
  const { result, jsonwebtoken, disagreement } = verdict;
  return (
    <>
      <dl aria-label={TEXTS.libraries} className={styles.facts}>
        <div>
          <dt>{TEXTS.jose}</dt>
          <dd>{TEXTS.sayJose(result)}</dd>
        </div>
        <div>
          <dt>{TEXTS.jsonwebtoken}</dt>
          <dd>{TEXTS.answers[jsonwebtoken]}</dd>
        </div>
      </dl>
      {disagreement ? <p>{TEXTS.disagreements[disagreement]}</p> : null}
    </>
  );
}

interface TokenResultProps {
  token: string;
  secret: string;
  form: SecretForm;
  now: number | null;
}

/** Verifies a token as soon as there is a secret: one of three results, and which check failed. */
export function TokenResult({ token, secret, form, now }: TokenResultProps) {
  const [verdict, setVerdict] = useState<TokenVerdict | NoVerdict>('noSecret');
  useEffect(() => {
    let isOver = false;
    if (now !== null)
      judgeToken(token, secret, form, now).then((judged) => {
        if (!isOver) setVerdict(judged);
      });
    return () => {
      isOver = true;
    };
  }, [token, secret, form, now]);
  if (now === null) return <p>{TEXTS.noClock}</p>;
  if (typeof verdict === 'string') return <p role="status">{TEXTS.noVerdicts[verdict]}</p>;
  const { result, failure } = verdict;
  const [icon, tone] = LOOKS[result];
  const why = failure === null || result !== 'invalid' ? null : TEXTS.sayFailure(failure);
  return (
    <div role="status" className={styles.part}>
      <h3 className={styles.outcome} data-tone={tone}>
        <Icon name={icon} /> {TEXTS.results[result]}
      </h3>
      {why ? <p>{why}</p> : null}
      <Libraries verdict={verdict} />
    </div>
  );
}

import { useId, useState } from 'react';
import { PROJECT_TEXTS } from '../../../lesson/texts/practise/project.ts';
import { readCheckReport, STAGES } from '../../../player/practise/checkReport.ts';
import { CopyButton } from '../../../ui/controls/CopyButton.tsx';
import { DownloadLink } from '../../../ui/controls/DownloadLink.tsx';
import { Icon } from '../../../ui/controls/Icon.tsx';
import styles from '../Practise.module.css';

/** What a server of one's own does already, by what check-server prints of it. */
export function OwnServer() {
  const id = useId();
  const [pasted, setPasted] = useState('');
  const done = pasted.trim() === '' ? [] : readCheckReport(pasted);
  const isDone = (stage: (typeof STAGES)[number]['id']) => done?.includes(stage) ?? false;
  return (
    <section aria-labelledby="own-server" className={styles.part}>
      <h3 id="own-server">{PROJECT_TEXTS.own}</h3>
      <p>{PROJECT_TEXTS.where}</p>
      <p>
        <DownloadLink href="./check-server.mjs" isKept={false}>
          {PROJECT_TEXTS.save}
        </DownloadLink>
      </p>
      <pre className={styles.code}>
        <code>{PROJECT_TEXTS.command}</code>
      </pre>
      <div className={styles.row}>
        <CopyButton text={PROJECT_TEXTS.command} label={PROJECT_TEXTS.copy} />
      </div>
      <label htmlFor={id}>{PROJECT_TEXTS.paste}</label>
      <textarea
        id={id}
        rows={4}
        className={styles.paste}
        value={pasted}
        onChange={({ currentTarget }) => setPasted(currentTarget.value)}
      />
      <p role="status">
        {done ? PROJECT_TEXTS.sayDone(done.length, STAGES.length) : PROJECT_TEXTS.none}
      </p>
      <ul className={styles.hints}>
        {STAGES.map((stage) => (
          <li key={stage.id} data-done={isDone(stage.id) || undefined}>
            {PROJECT_TEXTS.stages[stage.id]}{' '}
            {isDone(stage.id) ? <Icon name="check" size={14} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

import type { RichText } from '../../lesson/telling.ts';
import { GLOSSARY } from '../../lesson/texts/glossary.ts';
import { GLOSSARY_TEXTS } from '../../lesson/texts/panels/glossary.ts';
import { TERM_GROUPS } from '../../lesson/texts/terms.ts';
import { Pane } from '../../ui/Pane.tsx';
import { Rich } from '../../ui/Rich.tsx';
import styles from './Glossary.module.css';
import { SourceLink } from './SourceLink.tsx';

/** Takes the dots away: here all words stand around, and each would be one more stop of the Tab key. */
const toUndotted = (text: RichText): RichText =>
  text.map((part) => (typeof part === 'object' && 'term' in part ? part.text : part));

/** All words of the glossary, to be read through. */
export function Glossary() {
  return (
    <Pane title={GLOSSARY_TEXTS.title}>
      <div className={styles.groups}>
        {TERM_GROUPS.map(({ title, terms }) => (
          <section key={title} className={styles.group}>
            <h3 className={styles.title}>{title}</h3>
            <dl>
              {terms.map((id) => {
                const { name, meaning, source } = GLOSSARY[id];
                return (
                  <div key={id} className={styles.entry}>
                    <dt>{name}</dt>
                    <dd>
                      <Rich parts={toUndotted(meaning)} /> <SourceLink name={source} />
                    </dd>
                  </div>
                );
              })}
            </dl>
          </section>
        ))}
      </div>
    </Pane>
  );
}

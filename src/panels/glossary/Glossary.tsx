import type { RichText } from '../../lesson/telling.ts';
import { GLOSSARY_TEXTS } from '../../lesson/texts/panels/reference/glossary.ts';
import { type Term as Entry, GLOSSARY } from '../../lesson/texts/terms/glossary.ts';
import { listSources } from '../../lesson/texts/terms/sources.ts';
import { TERM_GROUPS, type TermId } from '../../lesson/texts/terms/terms.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Pane } from '../../ui/boxes/Pane.tsx';
import { Rich } from '../../ui/text/Rich.tsx';
import { Term } from '../../ui/text/Term.tsx';
import styles from './Glossary.module.css';
import { SourceLink } from './SourceLink.tsx';
import { Word } from './Word.tsx';
import words from './Words.module.css';

/** Takes the dots away: here all words stand around, and each would be one more stop of the Tab key. */
const toUndotted = (text: RichText): RichText =>
  text.map((part) => (typeof part === 'object' && 'term' in part ? part.text : part));

/** All documents that the page goes by. */
function Sources() {
  return (
    <section className={styles.group}>
      <h3 className={styles.title}>{GLOSSARY_TEXTS.sources}</h3>
      <ul>
        {listSources().map(({ name, address }) => (
          <li key={address} className={styles.entry}>
            <a className={words.source} href={address} target="_blank" rel="noreferrer">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** All words of the glossary, to be read through, and what they go by. */
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
        <Sources />
      </div>
    </Pane>
  );
}

/** Finds an entry by what a dotted word names. */
const findEntry = (id: string): Entry | null =>
  Object.hasOwn(GLOSSARY, id) ? GLOSSARY[id as TermId] : null;

/** What the glossary's dialog shows: the word that was opened, or the names of all. */
export function Words() {
  const entry = usePlayer(({ term }) => findEntry(term ?? ''));
  if (entry) return <Word entry={entry} />;
  return TERM_GROUPS.map(({ title, terms }) => (
    <section key={title} className={words.group}>
      <h3 className={words.title}>{title}</h3>
      <ul className={words.names}>
        {terms.map((id) => (
          <li key={id}>
            <Term word={{ term: id, text: GLOSSARY[id].name }} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

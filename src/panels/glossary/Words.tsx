import { useEffect, useRef } from 'react';
import { type Term as Entry, GLOSSARY } from '../../lesson/texts/glossary.ts';
import { GLOSSARY_TEXTS } from '../../lesson/texts/panels/glossary.ts';
import { TERM_GROUPS, type TermId } from '../../lesson/texts/terms.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Button } from '../../ui/Button.tsx';
import { Rich } from '../../ui/Rich.tsx';
import { Term } from '../../ui/Term.tsx';
import { SourceLink } from './SourceLink.tsx';
import styles from './Words.module.css';

/** Finds an entry by what a dotted word names. */
const findEntry = (id: string): Entry | null =>
  Object.hasOwn(GLOSSARY, id) ? GLOSSARY[id as TermId] : null;

/** One word, what it means, and the way to all others. */
function Word({ entry: { name, meaning, source } }: { entry: Entry }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // One word leads to the next: what had the focus is gone then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another word, another heading
  useEffect(() => heading.current?.focus(), [name]);
  return (
    <>
      <h3 ref={heading} tabIndex={-1} className={styles.name}>
        {name}
      </h3>
      <p className={styles.meaning}>
        <Rich parts={meaning} />
      </p>
      <p className={styles.foot}>
        <SourceLink name={source} />
        <Button look="link" onClick={() => usePlayer.getState().openTerm('')}>
          {GLOSSARY_TEXTS.all}
        </Button>
      </p>
    </>
  );
}

/** What the glossary's dialog shows: the word that was opened, or the names of all. */
export function Words() {
  const entry = usePlayer(({ term }) => findEntry(term ?? ''));
  if (entry) return <Word entry={entry} />;
  return TERM_GROUPS.map(({ title, terms }) => (
    <section key={title} className={styles.group}>
      <h3 className={styles.title}>{title}</h3>
      <ul className={styles.names}>
        {terms.map((id) => (
          <li key={id}>
            <Term word={{ term: id, text: GLOSSARY[id].name }} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

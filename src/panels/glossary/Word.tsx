import { useEffect, useRef } from 'react';
import { GLOSSARY_TEXTS } from '../../lesson/texts/panels/reference/glossary.ts';
import type { Term } from '../../lesson/texts/terms/glossary.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Rich } from '../../ui/text/Rich.tsx';
import { SourceLink } from './SourceLink.tsx';
import styles from './Words.module.css';

/** One word, what it means, and the way to all others. */
export function Word({ entry: { name, meaning, source } }: { entry: Term }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // One word leads to the next: what had the focus is gone then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another word, another heading
  useEffect(() => {
    heading.current?.focus();
  }, [name]);
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
        <Button look="link" onClick={() => usePlayer.getState().showTerm('')}>
          {GLOSSARY_TEXTS.all}
        </Button>
      </p>
    </>
  );
}

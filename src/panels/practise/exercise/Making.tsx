import { useEffect } from 'react';
import { WAY_TEXTS } from '../../../lesson/texts/practise/ways.ts';
import { awaitPart } from '../../../ui/islands/awaited.ts';
import styles from '../Practise.module.css';

interface MakingProps {
  isMaking: boolean;
  problem: string | null;
  /** Takes seconds: it is said at once, and the rest of the picture does not wait for it. */
  isLong?: boolean;
}

/** Says that something is being run, or why it could not be. */
export function Making({ isMaking, problem, isLong = false }: MakingProps) {
  useEffect(() => (isMaking && !isLong ? awaitPart() : undefined), [isMaking, isLong]);
  return (
    <p role="status" className={isLong && isMaking ? styles.making : undefined}>
      {problem ?? (isMaking ? WAY_TEXTS.making : null)}
    </p>
  );
}

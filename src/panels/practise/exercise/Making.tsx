import { useEffect } from 'react';
import { WAY_TEXTS } from '../../../lesson/texts/practise/ways.ts';
import { awaitPart } from '../../../ui/islands/awaited.ts';

interface MakingProps {
  isMaking: boolean;
  problem: string | null;
}

/** Says that something is being run, or why it could not be. */
export function Making({ isMaking, problem }: MakingProps) {
  useEffect(() => (isMaking ? awaitPart() : undefined), [isMaking]);
  return <p role="status">{problem ?? (isMaking ? WAY_TEXTS.making : null)}</p>;
}

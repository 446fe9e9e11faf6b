import { WAY_TEXTS } from '../../../lesson/texts/practise/ways.ts';

interface MakingProps {
  isMaking: boolean;
  problem: string | null;
}

/** Says that something is being run, or why it could not be. */
export const Making = ({ isMaking, problem }: MakingProps) => (
  <p role="status">{problem ?? (isMaking ? WAY_TEXTS.making : null)}</p>
);

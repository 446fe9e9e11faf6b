import styles from './Rich.module.css';
import { Term, type TermTab } from './Term.tsx';

type Part = string | { readonly code: string } | { readonly term: string; readonly text: string };

interface RichProps extends TermTab {
  parts: readonly Part[];
}

const isTerm = (part: Part | undefined) => typeof part === 'object' && 'term' in part;

/** Returns the marks with which a text ends the word before it. */
const toMarks = (part: Part | undefined) =>
  typeof part === 'string' ? (part.match(/^[,.;:!?)]+/)?.[0] ?? '') : '';

/** Renders a sentence in parts: its computed values in code type, its dotted words as what opens them. */
export function Rich({ parts, tabIndex }: RichProps) {
  return parts.map((part, i) => {
    if (typeof part === 'string')
      return isTerm(parts[i - 1]) ? part.slice(toMarks(part).length) : part;
    // The parts of a sentence have no identity but their place in it.
    const key = `${i}`;
    if ('code' in part) return <code key={key}>{part.code}</code>;
    const word = <Term key={key} word={part} tabIndex={tabIndex} />;
    const marks = toMarks(parts[i + 1]);
    if (!marks) return word;
    // A button is a box, after which a line may end: its comma stays with it.
    return (
      <span key={key} className={styles.joined}>
        {word}
        {marks}
      </span>
    );
  });
}

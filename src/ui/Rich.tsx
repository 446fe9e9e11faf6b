import { Term, type TermTab } from './Term.tsx';

interface RichProps extends TermTab {
  parts: readonly (
    | string
    | { readonly code: string }
    | { readonly term: string; readonly text: string }
  )[];
}

/** Renders a sentence in parts: its computed values in code type, its dotted words as what opens them. */
export function Rich({ parts, tabIndex }: RichProps) {
  return parts.map((part, i) => {
    if (typeof part === 'string') return part;
    // The parts of a sentence have no identity but their place in it.
    const key = `${i}`;
    if ('code' in part) return <code key={key}>{part.code}</code>;
    return <Term key={key} word={part} tabIndex={tabIndex} />;
  });
}

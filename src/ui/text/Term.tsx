import styles from './Term.module.css';

export interface TermTab {
  /** -1 leaves it out of the tab order, where there are too many before what is meant to be reached. */
  tabIndex?: -1 | undefined;
}

interface TermProps extends TermTab {
  word: { readonly term: string; readonly text: string };
}

/** A dotted word: a click on it opens its entry in the glossary, which listens for all of them. */
export function Term({ word, tabIndex }: TermProps) {
  return (
    <button
      type="button"
      className={styles.term}
      data-term={word.term}
      aria-haspopup="dialog"
      tabIndex={tabIndex}
    >
      {word.text}
    </button>
  );
}

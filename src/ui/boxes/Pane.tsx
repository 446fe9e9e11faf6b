import type { ReactNode, Ref } from 'react';
import { useId } from 'react';
import styles from './Pane.module.css';

interface PaneProps {
  title: string;
  /** Controls at the right of the title. */
  aside?: ReactNode;
  /** Leaves out the frame around it. */
  bare?: boolean;
  className?: string | undefined;
  ref?: Ref<HTMLElement>;
  children: ReactNode;
}

/** A titled part of the page: a region named by its heading. */
export function Pane({ title, aside, bare = false, className, ref, children }: PaneProps) {
  const id = useId();
  return (
    <section
      ref={ref}
      aria-labelledby={id}
      className={[styles.pane, className].filter(Boolean).join(' ')}
      data-bare={bare || undefined}
    >
      <header className={styles.header}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {aside}
      </header>
      {children}
    </section>
  );
}

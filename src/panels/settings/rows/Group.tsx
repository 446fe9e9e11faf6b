import type { ReactNode } from 'react';
import styles from './Group.module.css';

interface GroupProps {
  title: string;
  lane?: 'session' | 'token';
  children: ReactNode;
}

/** Settings that belong together. */
export function Group({ title, lane, children }: GroupProps) {
  return (
    <fieldset className={styles.group} data-lane={lane}>
      <legend className={styles.title}>{title}</legend>
      {children}
    </fieldset>
  );
}

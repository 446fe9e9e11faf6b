import type { ReactNode } from 'react';
import { useEffect, useId, useRef } from 'react';
import { CONTROL_TEXTS } from '../../lesson/texts/shell/controls.ts';
import { Button } from '../controls/Button.tsx';
import styles from './Dialog.module.css';

interface DialogProps {
  title: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A modal dialog: the browser keeps the focus inside and gives it back. */
export function Dialog({ title, open, onClose, children }: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);
  return (
    // The backdrop closes it too; the button and Escape do the same by keyboard.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <dialog
      ref={dialog}
      aria-labelledby={id}
      className={styles.dialog}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className={styles.body}>
        <header className={styles.header}>
          <h2 id={id}>{title}</h2>
          <Button onClick={onClose}>{CONTROL_TEXTS.close}</Button>
        </header>
        {open ? children : null}
      </div>
    </dialog>
  );
}

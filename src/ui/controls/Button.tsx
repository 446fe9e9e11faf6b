import type { ComponentProps } from 'react';
import styles from './Button.module.css';

type ButtonProps = ComponentProps<'button'> & { look?: 'plain' | 'strong' | 'link' };

/** A button; `strong` for the one main action of a group. */
export function Button({ look = 'plain', className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={[styles.button, className].filter(Boolean).join(' ')}
      data-look={look}
      {...rest}
    />
  );
}

import type { ComponentProps } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import styles from './IconButton.module.css';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  label: string;
  icon: IconName;
  size: number;
}

/** A button of one sign, without a frame; what it does is its name. */
export const IconButton = ({ label, icon, size, ...rest }: IconButtonProps) => (
  <button type="button" aria-label={label} className={styles.button} {...rest}>
    <Icon name={icon} size={size} />
  </button>
);

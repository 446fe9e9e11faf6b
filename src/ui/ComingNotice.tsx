import { Button } from './Button.tsx';
import styles from './ComingNotice.module.css';
import type { Coming } from './useComing.ts';

interface ComingNoticeProps {
  /** What does not come. */
  name: string;
  state: Coming;
  onRetry: () => void;
}

/** Says why a part of the page is not here yet, and offers to ask for it again. */
export function ComingNotice({ name, state, onRetry }: ComingNoticeProps) {
  if (state === 'coming') return <p className={styles.coming}>{name}: loading …</p>;
  const isLost = state === 'failed';
  return (
    <p role={isLost ? 'alert' : 'status'}>
      {isLost ? `${name} could not be loaded.` : `${name}: waiting for the network.`}{' '}
      <Button onClick={onRetry}>Try again</Button>
    </p>
  );
}

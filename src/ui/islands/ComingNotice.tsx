import { CONTROL_TEXTS } from '../../lesson/texts/shell/controls.ts';
import { Button } from '../controls/Button.tsx';
import styles from './ComingNotice.module.css';
import type { LoadingState } from './useLoadingState.ts';

interface ComingNoticeProps {
  /** What does not come. */
  name: string;
  state: LoadingState;
  onRetry: () => void;
}

/** Says why a part of the page is not here yet, and offers to ask for it again. */
export function ComingNotice({ name, state, onRetry }: ComingNoticeProps) {
  if (state === 'coming') return <p className={styles.coming}>{CONTROL_TEXTS.sayLoading(name)}</p>;
  const isLost = state === 'failed';
  return (
    <p role={isLost ? 'alert' : 'status'}>
      {isLost ? CONTROL_TEXTS.sayNotLoaded(name) : CONTROL_TEXTS.sayOffline(name)}{' '}
      <Button onClick={onRetry}>{CONTROL_TEXTS.tryAgain}</Button>
    </p>
  );
}

import { PRESENT_TEXTS } from '../../lesson/texts/panels/walk/present.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Button } from '../../ui/controls/Button.tsx';
import styles from './PresentTools.module.css';

/** What there is to do while one presents, besides stepping: hold the verdict back, and end it. */
export function PresentTools() {
  const presenting = usePlayer((player) => player.presenting);
  const verdict = usePlayer((player) => player.verdict);
  if (!presenting) return null;
  const { holdVerdict, stopPresenting } = usePlayer.getState();
  return (
    <div className={styles.tools}>
      <Button onClick={holdVerdict}>{PRESENT_TEXTS.hold[verdict]}</Button>
      <Button onClick={stopPresenting}>{PRESENT_TEXTS.end}</Button>
    </div>
  );
}

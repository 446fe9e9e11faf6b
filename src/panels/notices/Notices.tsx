import { NOTICES_TEXTS } from '../../lesson/texts/panels/notices.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Button } from '../../ui/Button.tsx';
import { Quoted } from '../../ui/Quoted.tsx';
import styles from './Notices.module.css';

/** What the page has to say about itself: a bad address, storage that is blocked. */
export function Notices() {
  const notices = usePlayer((player) => player.notices);
  const { dismissNotice } = usePlayer.getState();
  return (
    <div role="status" aria-label={NOTICES_TEXTS.name} className={styles.notices}>
      {notices.map(({ id, text }) => (
        <p key={id} className={styles.notice}>
          <span>
            <Quoted text={text} />
          </span>
          <Button onClick={() => dismissNotice(id)}>{NOTICES_TEXTS.dismiss}</Button>
        </p>
      ))}
    </div>
  );
}

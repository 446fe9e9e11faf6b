import { NOTICES_TEXTS } from '../../lesson/texts/panels/notices.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Quoted } from '../../ui/text/Quoted.tsx';
import styles from './Notices.module.css';

/** What the page has to say about itself: a bad address, storage that is blocked. The latest, and how many wait behind it. */
export function Notices() {
  const latest = usePlayer(({ notices }) => notices.at(-1));
  const more = usePlayer(({ notices }) => notices.length - 1);
  const { dismissNotice } = usePlayer.getState();
  return (
    <div role="status" aria-label={NOTICES_TEXTS.name} className={styles.notices}>
      {latest ? (
        <p key={latest.id} className={styles.notice}>
          <span>
            <Quoted text={latest.text} />
          </span>
          <span className={styles.end}>
            <Button onClick={() => dismissNotice(latest.id)}>{NOTICES_TEXTS.dismiss}</Button>
            {more > 0 ? <small>{NOTICES_TEXTS.sayMore(more)}</small> : null}
          </span>
        </p>
      ) : null}
    </div>
  );
}

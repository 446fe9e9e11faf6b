import { SHARE_TEXTS } from '../../lesson/texts/panels/share.ts';
import { toLink } from '../../player/address/toLink.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import styles from './OpenWhole.module.css';

/** In a frame of another page: the way to the page itself, at this step. */
export function OpenWhole() {
  const link = usePlayer((player) =>
    player.embedded === 'no' ? null : toLink(player, window.location),
  );
  if (link === null) return null;
  return (
    <p className={styles.open}>
      <a href={link} target="_blank" rel="noopener">
        {SHARE_TEXTS.openWhole}
      </a>
    </p>
  );
}

import { useState } from 'react';
import { WAY_OUT_TEXTS } from '../../lesson/texts/panels/walk/present.ts';
import { toLink } from '../../player/address/toLink.ts';
import { reloadOnce } from '../../player/reloadOnce.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Late } from '../../ui/islands/Late.tsx';
import { toLatePart } from '../../ui/islands/latePart.ts';
import styles from './OpenWhole.module.css';

const notOpened = toLatePart(() => import('./NotOpened.tsx').then((m) => m.NotOpened));

/** In a frame of another page: the way to the page itself, at this step. */
export function OpenWhole() {
  const [isAsked, setAsked] = useState(false);
  const link = usePlayer((player) =>
    player.embedded === 'no' ? null : toLink(player, window.location),
  );
  if (link === null) return null;
  return (
    <div className={styles.open}>
      <a href={link} target="_blank" rel="noopener" onClick={() => setAsked(true)}>
        {WAY_OUT_TEXTS.openWhole}
      </a>
      {isAsked ? (
        <Late name={WAY_OUT_TEXTS.openWhole} part={notOpened} onStuck={reloadOnce} />
      ) : null}
    </div>
  );
}

import { useEffect, useState } from 'react';
import { sayAnnouncement, sayPosition } from '../../lesson/page/announcement.ts';
import { ANNOUNCER_NAME } from '../../lesson/texts/panels/walk/announcer.ts';
import type { Player } from '../../player/playerState.ts';
import { usePlayer } from '../../player/usePlayer.ts';

/** How long a step must stand before it is said: a held key would queue a sentence for each. */
const SETTLE_MS = 150;

/** Says each step to assistive technology in one polite sentence, of a verdict that is held only which it is; silent until something changes. */
export function Announcer() {
  const [text, setText] = useState('');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hear = ({ cursor, run, columns, verdict }: Player, before: Player) => {
      const isSaid = cursor === before.cursor && run === before.run && columns === before.columns;
      if (isSaid && verdict === before.verdict) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        const { at, run: told } = run.telling;
        const say = verdict === 'held' ? sayPosition : sayAnnouncement;
        setText(say(at(cursor), told.lastStep, columns));
      }, SETTLE_MS);
    };
    const stop = usePlayer.subscribe(hear);
    // An address may have been followed before this listened.
    hear(usePlayer.getState(), usePlayer.getInitialState());
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
  return (
    <p role="status" aria-label={ANNOUNCER_NAME} className="visually-hidden">
      {text}
    </p>
  );
}

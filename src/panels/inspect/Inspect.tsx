import { useEffect, useRef } from 'react';
import { INSPECT_TEXTS } from '../../lesson/texts/inspect/shell.ts';
import { readInspection } from '../../player/inspect/inspections.ts';
import { openInspection } from '../../player/inspect/openInspection.ts';
import { reloadOnce } from '../../player/reloadOnce.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Late } from '../../ui/islands/Late.tsx';
import styles from './Inspect.module.css';
import { INSPECTION_PARTS } from './inspectionParts.ts';
import { KindLinks } from './KindLinks.tsx';

/** What something of one's own is pasted into: a line of the reference, or all of it. */
export function Inspect() {
  const address = usePlayer((player) => player.way);
  const heading = useRef<HTMLHeadingElement>(null);
  const kind = readInspection(address);
  const before = useRef(address);
  useEffect(() => {
    if (before.current === address) return;
    before.current = address;
    if (kind && usePlayer.getState().view === 'reference')
      heading.current?.focus({ preventScroll: true });
  }, [address, kind]);
  return (
    <>
      {kind ? null : <p className={styles.place}>{INSPECT_TEXTS.place}</p>}
      <section aria-labelledby="inspect" className={styles.inspect}>
        <header className={styles.header}>
          <h2 ref={heading} id="inspect" tabIndex={-1}>
            {INSPECT_TEXTS.title}
          </h2>
          {kind ? (
            <Button look="link" onClick={() => openInspection(null)}>
              {INSPECT_TEXTS.close}
            </Button>
          ) : null}
        </header>
        <p className={styles.gist}>{INSPECT_TEXTS.gist}</p>
        <KindLinks open={kind} />
        {kind ? (
          <Late
            key={kind}
            name={INSPECT_TEXTS.kinds[kind].name}
            part={INSPECTION_PARTS[kind]}
            onStuck={reloadOnce}
          />
        ) : null}
      </section>
    </>
  );
}

import type { MouseEvent } from 'react';
import { INSPECTION_KINDS, type InspectionKind } from '../../lesson/inspect/kinds.ts';
import { INSPECT_TEXTS } from '../../lesson/texts/inspect/shell.ts';
import { toInspection } from '../../player/inspect/inspections.ts';
import { openInspection } from '../../player/inspect/openInspection.ts';
import styles from './Inspect.module.css';

/** What can be pasted, each with the questions that are answered then. */
export function KindLinks({ open }: { open: InspectionKind | null }) {
  const choose = (event: MouseEvent, kind: InspectionKind) => {
    // With a modifier it is the browser's: another tab, another window.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    openInspection(kind);
    window.scrollTo({ top: 0 });
  };
  return (
    <ul className={styles.kinds}>
      {INSPECTION_KINDS.map((kind) => {
        const { name, purpose } = INSPECT_TEXTS.kinds[kind];
        return (
          <li key={kind} data-open={kind === open || undefined}>
            <a
              href={`#way=${toInspection(kind)}`}
              aria-current={kind === open ? 'true' : undefined}
              onClick={(event) => choose(event, kind)}
            >
              {name}
            </a>
            <p>{purpose}</p>
          </li>
        );
      })}
    </ul>
  );
}

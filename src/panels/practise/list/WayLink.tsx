import type { MouseEvent, ReactNode } from 'react';
import { openWay } from '../../../player/practise/openWay.ts';
import type { Way } from '../../../player/practise/ways.ts';

interface WayLinkProps {
  way: Way;
  item?: string;
  className?: string | undefined;
  children: ReactNode;
}

/** A link to a way, or to what is named of it, that keeps the run on the stage. */
export function WayLink({ way, item, className, children }: WayLinkProps) {
  const open = (event: MouseEvent) => {
    // With a modifier it is the browser's: another tab, another window.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    openWay(way, item ?? null);
    window.scrollTo({ top: 0 });
  };
  const address = item === undefined ? way : `${way}/${item}`;
  return (
    <a href={`#way=${address}`} className={className} onClick={open}>
      {children}
    </a>
  );
}

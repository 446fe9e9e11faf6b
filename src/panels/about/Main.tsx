import type { ReactNode } from 'react';
import { useIsWalk } from '../../player/runs/useIsWalk.ts';

interface MainProps {
  className: string | undefined;
  children: ReactNode;
}

/**
 * What the page is about, marked while another run than the walk is on it. The mark stands here, so that
 * styles need not look for one below: `main:has(…)` made each step restyle every cell of the table.
 */
export function Main({ className, children }: MainProps) {
  const isWalk = useIsWalk();
  return (
    <main className={className} data-about={!isWalk || undefined}>
      {children}
    </main>
  );
}

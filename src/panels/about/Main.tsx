import type { ReactNode } from 'react';
import { useIsOver } from '../../player/runs/useIsOver.ts';
import { useIsWalk } from '../../player/runs/useIsWalk.ts';
import { usePlayer } from '../../player/usePlayer.ts';

interface MainProps {
  className: string | undefined;
  children: ReactNode;
}

/**
 * What the page is about, marked while another run than the walk is on it, at a run's end, and where
 * questions are wanted. The marks stand here, so that styles need not look for one below: `main:has(…)`
 * made each step restyle every cell of the table.
 */
export function Main({ className, children }: MainProps) {
  const isWalk = useIsWalk();
  const isOver = useIsOver();
  // Where questions are wanted there is room for them from the start, in a frame too.
  const isAsking = usePlayer(({ predict, task }) => predict === true || task);
  return (
    <main
      className={className}
      data-about={!isWalk || undefined}
      data-over={isOver || undefined}
      data-asking={isAsking || undefined}
    >
      {children}
    </main>
  );
}

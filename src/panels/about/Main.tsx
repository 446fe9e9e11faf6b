import type { ReactNode } from 'react';
import { toLastStep } from '../../player/position/cursor.ts';
import { useIsWalk } from '../../player/runs/useIsWalk.ts';
import { usePlayer } from '../../player/usePlayer.ts';

interface MainProps {
  className: string | undefined;
  children: ReactNode;
}

/**
 * What the page is about, marked while another run than the walk is on it, and at a run's end. The marks stand here, so that
 * styles need not look for one below: `main:has(…)` made each step restyle every cell of the table.
 */
export function Main({ className, children }: MainProps) {
  const isWalk = useIsWalk();
  const isOver = usePlayer(({ run, cursor }) => cursor > 0 && cursor === toLastStep(run));
  return (
    <main className={className} data-about={!isWalk || undefined} data-over={isOver || undefined}>
      {children}
    </main>
  );
}

import type { RefObject } from 'react';
import { useStagedStep } from '../../player/position/useSeen.ts';
import { Travel } from '../../ui/Travel.tsx';

/** Moves the credentials of the stage, one frame after the step that moves them. */
export function Travels({ stage }: { stage: RefObject<HTMLElement | null> }) {
  return <Travel within={stage} at={useStagedStep()} />;
}

import { memo } from 'react';
import type { CredentialPlace } from '../../lesson/telling.ts';
import { useSeenStep } from '../../player/position/useSeen.ts';
import type { Strategy } from '../../sim/strategy.ts';
import { Credential } from './Credential.tsx';

interface CredentialSlotProps {
  strategy: Strategy;
  place: CredentialPlace;
}

/**
 * A place where the credential can be; shows it while it is there. It follows one frame after the
 * step: moving it has to measure the page, and no key shall wait for that.
 */
export const CredentialSlot = memo(function CredentialSlot(props: CredentialSlotProps) {
  const { strategy, place } = props;
  const { credential } = useSeenStep()[strategy].stage;
  if (credential?.place !== place) return null;
  return <Credential strategy={strategy} credential={credential} />;
});

import type { CredentialPlace, StageCredential } from '../../lesson/telling.ts';
import type { Strategy } from '../../sim/strategy.ts';
import { Credential } from './Credential.tsx';

interface CredentialSlotProps {
  strategy: Strategy;
  place: CredentialPlace;
  credential: StageCredential | null;
}

/** A place where the credential can be; shows it while it is there. */
export function CredentialSlot({ strategy, place, credential }: CredentialSlotProps) {
  if (credential?.place !== place) return null;
  return <Credential strategy={strategy} credential={credential} />;
}

import { isSecondServer } from '../../told/actorIds.ts';
import type { Moment } from '../moment.ts';

/** What a server does with its secret. */
export type SecretUse = 'made' | 'checked';

/** Reads what the first server does with its secret in a step: it makes a signature, or checks one; `null`: neither. */
export function readSecretUse({ lane: { signatures }, server }: Moment): SecretUse | null {
  if (isSecondServer(server)) return null;
  if (signatures.made > 0) return 'made';
  return signatures.checked > 0 ? 'checked' : null;
}

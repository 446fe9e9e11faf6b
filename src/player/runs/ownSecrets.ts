import type { Run } from '../../sim/run.ts';
import { WRONG_PASSWORD } from '../../sim/run.ts';
import { listOwnSecrets } from '../../sim/runSecrets.ts';

/** Tells whether a run has a secret or a password that is none of the demo's. */
export function hasOwn({ settings, actions }: Run): boolean {
  const demo = new Set([undefined, settings.user.password, WRONG_PASSWORD]);
  return (
    listOwnSecrets(settings).length > 0 ||
    actions.some((action) => action.type === 'login' && !demo.has(action.password))
  );
}

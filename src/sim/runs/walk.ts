import type { Scenario } from '../scenario.ts';
import { LOGIN_TO_LOGOUT } from '../scenarios/everyday.ts';
import { toSharedSettings } from './run.ts';

const WALK = JSON.stringify(LOGIN_TO_LOGOUT.actions);

const known = new WeakMap<Scenario, boolean>();

function readWalk({ settings, actions }: Scenario): boolean {
  const isSameWay = WALK.startsWith(JSON.stringify(actions).slice(0, -1));
  // Other secrets change no sentence, and a shared run has none.
  return (
    isSameWay && Object.keys(toSharedSettings(settings, LOGIN_TO_LOGOUT.settings)).length === 0
  );
}

/** Tells whether a run does what the walk does, as far as it goes, under the walk's settings. */
export function isWalk(scenario: Scenario): boolean {
  const found = known.get(scenario) ?? readWalk(scenario);
  known.set(scenario, found);
  return found;
}

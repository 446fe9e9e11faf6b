import { useEffect, useState } from 'react';
import { usePlayer } from '../usePlayer.ts';
import { loadRunner } from './loadRunner.ts';
import { type DemoRun, type ToldRun, toScenario } from './toldRun.ts';

const listSecrets = (run: ToldRun): string => {
  const { session, token, user, second } = toScenario(run).settings;
  const { sessionSecrets, tokenSecret } = second ?? {};
  return JSON.stringify([
    session.secrets,
    token.secret,
    user.password,
    sessionSecrets,
    tokenSecret,
  ]);
};

/**
 * Tells whether a run may have secrets of a person's own: which they are the engine knows. One of a
 * Scenario has none, nor has what has the same; whoever types a password may type their own.
 */
const mayHaveOwn = (run: ToldRun, original: ToldRun | null): boolean =>
  original !== null &&
  (listSecrets(run) !== listSecrets(original) ||
    toScenario(run).actions.some((action) => action.type === 'login' && action.password));

/** Those that were made: whoever prints does not wait for one a second time. */
const made = new WeakMap<ToldRun, DemoRun>();

/** The run on show as it is handed on; `null` until it is there, where it may have secrets of a person's own. */
export function useDemoRun(): DemoRun | null {
  const run = usePlayer((player) => player.run);
  const [, setMade] = useState<ToldRun | null>(null);
  const isOwn = usePlayer((player) => mayHaveOwn(player.run, player.original));
  useEffect(() => {
    if (!isOwn || made.has(run)) return;
    let isStale = false;
    const keep = (demo: DemoRun) => {
      made.set(run, demo);
      if (!isStale) setMade(run);
    };
    // Without the engine it waits: nothing with a person's own secrets is handed on meanwhile.
    loadRunner()
      .then(({ toDemoRun }) => toDemoRun(run))
      .then(keep, () => {});
    return () => {
      isStale = true;
    };
  }, [run, isOwn]);
  return isOwn ? (made.get(run) ?? null) : { run, hadOwnSecrets: false };
}

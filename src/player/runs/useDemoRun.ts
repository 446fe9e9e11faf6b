import { useEffect, useState } from 'react';
import { usePlayer } from '../usePlayer.ts';
import { loadRunner } from './loadRunner.ts';
import { hasOwn } from './ownSecrets.ts';
import { type ToldRun, toScenario } from './toldRun.ts';

/** A run as it is handed on: with the demo's secrets in place of a person's own. */
export interface DemoRun {
  readonly run: ToldRun;
  readonly hadOwnSecrets: boolean;
}

/** Those that were made: whoever prints does not wait for one a second time. */
const made = new WeakMap<ToldRun, DemoRun>();

/** The run on show as it is handed on; `null` until it is there, where it has secrets of a person's own. */
export function useDemoRun(): DemoRun | null {
  const run = usePlayer((player) => player.run);
  const [, setMade] = useState<ToldRun | null>(null);
  const isOwn = hasOwn(toScenario(run));
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

import { flushSync } from 'react-dom';
import type { Player } from '../../player/playerState.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { handoutPart } from './HandoutPlace.tsx';
import { inShortPart, settingPart } from './scenarioParts.ts';

const loadOfScenario = () =>
  Promise.all([settingPart, inShortPart].map((part) => part.load())).catch(() => {});

/** Puts the handout on paper, whatever is open, once its code is here. Never rejects; the signal ends it. */
export async function showOnPaper(window: Window, signal: AbortSignal): Promise<void> {
  // Paper waits for nothing that has to be fetched first.
  await handoutPart.load().catch(() => {});
  const prepare = ({ run }: Player) => {
    if (!run.telling.run.isWalk) void loadOfScenario();
  };
  prepare(usePlayer.getState());
  const stop = usePlayer.subscribe((now, before) => now.run !== before.run && prepare(now));
  signal.addEventListener('abort', stop);
  const setPrinting = (printing: boolean) => flushSync(() => usePlayer.setState({ printing }));
  window.addEventListener('beforeprint', () => handoutPart.now() && setPrinting(true), { signal });
  window.addEventListener('afterprint', () => setPrinting(false), { signal });
}

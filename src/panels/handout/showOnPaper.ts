import { flushSync } from 'react-dom';
import { usePlayer } from '../../player/usePlayer.ts';
import { handoutPart } from './HandoutPlace.tsx';

/** Puts the handout on paper, whatever is open, once its code is here. Never rejects; the signal ends it. */
export async function showOnPaper(window: Window, signal: AbortSignal): Promise<void> {
  // Paper waits for nothing that has to be fetched first.
  await handoutPart.load().catch(() => {});
  const setPrinting = (printing: boolean) => flushSync(() => usePlayer.setState({ printing }));
  window.addEventListener('beforeprint', () => handoutPart.now() && setPrinting(true), { signal });
  window.addEventListener('afterprint', () => setPrinting(false), { signal });
}

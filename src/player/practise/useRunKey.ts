import { useRef } from 'react';
import { usePlayer } from '../usePlayer.ts';

/** Names the run on show: another name for each other run, the same at each of its steps. */
export function useRunKey(): string {
  const run = usePlayer((player) => player.run);
  const shown = useRef({ run, count: 0 });
  if (shown.current.run !== run) shown.current = { run, count: shown.current.count + 1 };
  return String(shown.current.count);
}

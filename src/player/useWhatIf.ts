import { usePlayer } from './usePlayer.ts';
import { createWhatIf } from './whatIf.ts';

/** The page's what-ifs; it brings the engine along, so only what loads late may import it. */
export const useWhatIf = createWhatIf(usePlayer);

// Another scenario has another past: what was done to the one before cannot be taken back there.
usePlayer.subscribe(({ trace, original }, before) => {
  const isOther = (original ?? trace) !== (before.original ?? before.trace);
  if (isOther && original === null) useWhatIf.setState({ past: [], busy: false, problem: null });
});

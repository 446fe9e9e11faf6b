import type { PlayerVerbs } from '../playerState.ts';

export const LEFT_NOTICE =
  'Your what-if is kept: open “What if…” and choose Undo to come back to it.';

export const TOO_LONG_NOTICE =
  'This run is too long for an address, and a reload would lose it: save it as a file under “What if…”.';

/** A notice that is shown as long as what it says holds. */
export interface RunNotice {
  show(): void;
  hide(): void;
}

/** Creates a notice that is not shown yet. */
export function createRunNotice(
  text: string,
  getVerbs: () => Pick<PlayerVerbs, 'addNotice' | 'dismissNotice'>,
): RunNotice {
  let id: number | null = null;
  return {
    show: () => {
      id ??= getVerbs().addNotice(text);
    },
    hide: () => {
      if (id !== null) getVerbs().dismissNotice(id);
      id = null;
    },
  };
}

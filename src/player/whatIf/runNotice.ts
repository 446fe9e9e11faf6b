import type { PlayerVerbs } from '../playerState.ts';

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

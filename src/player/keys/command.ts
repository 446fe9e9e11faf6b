import type { PlayerStore } from '../player.ts';
import type { PlayerVerbs } from '../playerState.ts';

/** What a key, or a swipe, can ask for. */
export type Command =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'togglePlay'
  | 'showBoth'
  | 'showSession'
  | 'showToken'
  | 'restart'
  | 'faster'
  | 'slower'
  | 'present'
  | 'stopPresenting'
  | 'holdVerdict'
  | 'openShortcuts'
  | 'closeDialogs';

const RUN: Readonly<Record<Command, (verbs: PlayerVerbs) => void>> = {
  next: (verbs) => verbs.stepForward(),
  previous: (verbs) => verbs.stepBack(),
  first: (verbs) => verbs.first(),
  last: (verbs) => verbs.last(),
  togglePlay: (verbs) => verbs.togglePlay(),
  showBoth: (verbs) => verbs.setColumns('both'),
  showSession: (verbs) => verbs.setColumns('session'),
  showToken: (verbs) => verbs.setColumns('token'),
  restart: (verbs) => verbs.reset(),
  faster: (verbs) => verbs.faster(),
  slower: (verbs) => verbs.slower(),
  present: (verbs) => verbs.togglePresent(),
  stopPresenting: (verbs) => verbs.stopPresenting(),
  holdVerdict: (verbs) => verbs.holdVerdict(),
  openShortcuts: (verbs) => verbs.openShortcuts(),
  closeDialogs: (verbs) => {
    verbs.showTerm(null);
    verbs.setShareOpen(false);
  },
};

/** Does what was asked for. */
export const runCommand = (player: PlayerStore, command: Command): void =>
  RUN[command](player.getState());

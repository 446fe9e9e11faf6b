import type { Command } from './command.ts';
import type { KeyTarget } from './toKeyTarget.ts';

/** A key as it was pressed: the members of a KeyboardEvent that decide. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey?: boolean;
  readonly altKey?: boolean;
  readonly metaKey?: boolean;
  readonly shiftKey?: boolean;
}

/** Where and when it was pressed. */
export interface KeyContext {
  readonly target: KeyTarget;
  /** Whether keys that type a character are commands. */
  readonly singleKeys: boolean;
  readonly dialogOpen: boolean;
}

const STEPPING: ReadonlyMap<string, Command> = new Map([
  ['ArrowRight', 'next'],
  ['PageDown', 'next'],
  ['ArrowLeft', 'previous'],
  ['PageUp', 'previous'],
  ['Home', 'first'],
  ['End', 'last'],
]);

const SCRUBBING: ReadonlyMap<string, Command> = new Map([
  ...STEPPING,
  ['ArrowUp', 'next'],
  ['ArrowDown', 'previous'],
]);

const SINGLE: ReadonlyMap<string, Command> = new Map([
  ['b', 'showBoth'],
  ['s', 'showSession'],
  ['t', 'showToken'],
  ['r', 'restart'],
  ['+', 'faster'],
  ['=', 'faster'],
  ['-', 'slower'],
  ['?', 'openShortcuts'],
]);

/** The stepping keys where they do not belong to what has the focus. */
function toStepping(key: string, target: KeyTarget): Command | undefined {
  if (target === 'scrollable' || target === 'slider') return undefined;
  if (target === 'radio' && key.startsWith('Arrow')) return undefined;
  return (target === 'scrubber' ? SCRUBBING : STEPPING).get(key);
}

const SPACE_PLAYS_FROM: ReadonlySet<KeyTarget> = new Set(['page', 'scrollable']);

/** Tells what a key asks for; `null` leaves it to the browser. */
export function toCommand(press: KeyPress, context: KeyContext): Command | null {
  const { key, shiftKey } = press;
  const { target, singleKeys, dialogOpen } = context;
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  if (dialogOpen) return key === 'Escape' ? 'closeDialogs' : null;
  if (target === 'dialog' || target === 'text' || target === 'select') return null;
  const single = singleKeys ? SINGLE.get(key.toLowerCase()) : undefined;
  if (single) return single;
  // With Shift these keys select text and scroll back.
  if (shiftKey) return null;
  if (key === ' ') return SPACE_PLAYS_FROM.has(target) ? 'togglePlay' : null;
  return toStepping(key, target) ?? null;
}

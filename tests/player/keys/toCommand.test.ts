import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KeyContext, toCommand } from '../../../src/player/keys/toCommand.ts';
import type { KeyTarget } from '../../../src/player/keys/toKeyTarget.ts';

const TARGETS: readonly KeyTarget[] = [
  'page',
  'control',
  'text',
  'select',
  'radio',
  'scrubber',
  'slider',
  'scrollable',
  'dialog',
];
const at = (target: KeyTarget, context: Partial<KeyContext> = {}): KeyContext => ({
  target,
  singleKeys: true,
  dialogOpen: false,
  ...context,
});
const STEPPING = {
  ArrowRight: 'next',
  PageDown: 'next',
  ArrowLeft: 'previous',
  PageUp: 'previous',
};
const ENDS = { Home: 'first', End: 'last' };
const SINGLE = {
  b: 'showBoth',
  s: 'showSession',
  t: 'showToken',
  r: 'restart',
  '+': 'faster',
  '=': 'faster',
  '-': 'slower',
  '?': 'openShortcuts',
};
const ALL = { ...STEPPING, ...ENDS, ...SINGLE, ' ': 'togglePlay' };

describe('on the page', () => {
  it.each(Object.entries(ALL))('%j asks for %s', (key, command) => {
    expect(toCommand({ key }, at('page'))).toBe(command);
  });

  it.each(['Escape', 'Tab', 'Enter', 'ArrowUp', 'ArrowDown', 'x', 'F5', 'Dead', ''])(
    '%j is left to the browser',
    (key) => expect(toCommand({ key }, at('page'))).toBeNull(),
  );

  it('takes capital letters, as typed with Shift or Caps Lock', () => {
    expect(toCommand({ key: 'B', shiftKey: true }, at('page'))).toBe('showBoth');
    expect(toCommand({ key: '?', shiftKey: true }, at('page'))).toBe('openShortcuts');
  });

  it('leaves selecting and scrolling with Shift alone', () => {
    expect(toCommand({ key: 'ArrowRight', shiftKey: true }, at('page'))).toBeNull();
    expect(toCommand({ key: ' ', shiftKey: true }, at('page'))).toBeNull();
  });
});

describe.each(['ctrlKey', 'altKey', 'metaKey'])('with %s', (modifier) => {
  it.each(Object.keys(ALL))('%j is left to the browser', (key) => {
    for (const target of TARGETS) {
      expect(toCommand({ key, [modifier]: true }, at(target))).toBeNull();
    }
  });
});

describe.each(['text', 'select', 'dialog'] as const)('in a %s', (target) => {
  it.each(Object.keys(ALL))('%j is left to it', (key) => {
    expect(toCommand({ key }, at(target))).toBeNull();
  });
});

describe('on a button or link', () => {
  it.each(Object.entries({ ...STEPPING, ...ENDS }))('%s steps', (key, command) => {
    expect(toCommand({ key }, at('control'))).toBe(command);
  });
  it('Space is its own', () => expect(toCommand({ key: ' ' }, at('control'))).toBeNull());
});

describe('on a radio', () => {
  it('the arrows and Space are its own, the rest is not', () => {
    for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', ' ']) {
      expect(toCommand({ key }, at('radio'))).toBeNull();
    }
    expect(toCommand({ key: 'PageDown' }, at('radio'))).toBe('next');
    expect(toCommand({ key: 'End' }, at('radio'))).toBe('last');
    expect(toCommand({ key: 't' }, at('radio'))).toBe('showToken');
  });
});

describe('in a box that scrolls', () => {
  it.each(Object.keys({ ...STEPPING, ...ENDS }))('%s is its own', (key) => {
    expect(toCommand({ key }, at('scrollable'))).toBeNull();
  });
  it('Space plays', () => expect(toCommand({ key: ' ' }, at('scrollable'))).toBe('togglePlay'));
});

describe('on a slider', () => {
  it.each(Object.entries({ ...STEPPING, ...ENDS, ArrowUp: 'next', ArrowDown: 'previous' }))(
    '%s steps if it is the scrubber, and is its own otherwise',
    (key, command) => {
      expect(toCommand({ key }, at('scrubber'))).toBe(command);
      expect(toCommand({ key }, at('slider'))).toBeNull();
    },
  );
  it('Space does not play', () => expect(toCommand({ key: ' ' }, at('scrubber'))).toBeNull());
});

describe('with single keys switched off', () => {
  it('what types a character is no command, on any target', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.constantFrom(...Object.keys(SINGLE)),
          fc.string({ minLength: 1, maxLength: 1 }),
        ),
        fc.constantFrom(...TARGETS),
        (key, target) => {
          fc.pre(key !== ' ');
          expect(toCommand({ key }, at(target, { singleKeys: false }))).toBeNull();
        },
      ),
    );
  });
  it('the others still are', () => {
    expect(toCommand({ key: 'ArrowRight' }, at('page', { singleKeys: false }))).toBe('next');
    expect(toCommand({ key: ' ' }, at('page', { singleKeys: false }))).toBe('togglePlay');
  });
});

describe('while the shortcuts are open', () => {
  it.each([...Object.keys(ALL)])('%j does nothing', (key) => {
    expect(toCommand({ key }, at('page', { dialogOpen: true }))).toBeNull();
  });
  it('Escape closes them, wherever the focus is', () => {
    for (const target of TARGETS) {
      expect(toCommand({ key: 'Escape' }, at(target, { dialogOpen: true }))).toBe('closeDialogs');
    }
  });
});

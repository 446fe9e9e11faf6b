/**
 * What has the focus, as far as keys care: `control` is a button, link or checkbox, `scrubber` the
 * slider of the steps, `page` anything that uses no key itself.
 */
export type KeyTarget =
  | 'page'
  | 'control'
  | 'text'
  | 'select'
  | 'radio'
  | 'scrubber'
  | 'slider'
  | 'scrollable'
  | 'dialog';

const DIALOG = 'dialog, [role="dialog"], [role="alertdialog"]';
const EDITABLE = '[contenteditable]:not([contenteditable="false" i])';
const SELECT = 'select, option, [role="combobox"], [role="listbox"], [role="option"]';
const RADIO = 'input[type="radio" i], [role="radio"], [role="radiogroup"]';
const SLIDER = 'input[type="range" i], [role="slider"]';
const CONTROL_TYPES = ['button', 'submit', 'reset', 'image', 'checkbox', 'file', 'color'];
const CONTROL = [
  'button, a[href], area[href], summary, audio[controls], video[controls]',
  ...CONTROL_TYPES.map((type) => `input[type="${type}" i]`),
  ...['button', 'link', 'checkbox', 'switch', 'tab', 'menuitem'].map((role) => `[role="${role}"]`),
].join(', ');
const TEXT = 'input, textarea, [role="textbox"], [role="searchbox"], [role="spinbutton"]';

/** What each selector means, in the order in which they are tried: a plain input comes last. */
const KINDS: readonly (readonly [selector: string, KeyTarget])[] = [
  [SELECT, 'select'],
  [RADIO, 'radio'],
  [SLIDER, 'slider'],
  [CONTROL, 'control'],
  [TEXT, 'text'],
];

/** The slider of the steps says so itself: its name is in the page's language. */
const SCRUBBER = '[data-scrubber]';

/** Whether an element other than the page itself has something to scroll. */
function isScrollable(element: Element): boolean {
  const { documentElement, body } = element.ownerDocument;
  if (element === documentElement || element === body) return false;
  const { overflowX, overflowY } = getComputedStyle(element);
  const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll';
  return (
    (scrolls(overflowX) && element.scrollWidth > element.clientWidth) ||
    (scrolls(overflowY) && element.scrollHeight > element.clientHeight)
  );
}

/** Tells what kind of target a key event has. */
export function toKeyTarget(target: EventTarget | null): KeyTarget {
  if (!(target instanceof Element)) return 'page';
  if (target.closest(DIALOG)) return 'dialog';
  if (target.closest(EDITABLE)) return 'text';
  const kind = KINDS.find(([selector]) => target.matches(selector))?.[1];
  if (kind === 'slider') return target.matches(SCRUBBER) ? 'scrubber' : 'slider';
  return kind ?? (isScrollable(target) ? 'scrollable' : 'page');
}

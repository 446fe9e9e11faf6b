import { lookAlong, type Page, settleHere } from './page.ts';

/** Left, top, width and height in the document, in whole pixels. */
export type Boxes = Record<string, readonly [number, number, number, number]>;

/** Has the parts laid out that are out of view: their guessed heights would hide what moves. */
export const layOutAll = (page: Page) =>
  page.evaluate(() => {
    for (const part of document.querySelectorAll<HTMLElement>('main > *')) {
      part.style.contentVisibility = 'visible';
    }
  });

/** Measures, in the page, the parts of it that must not move while stepping. */
export function measurePartsHere(): Boxes {
  const found: Boxes = {};
  const add = (name: string, element: Element | null | undefined, within?: Element) => {
    // What is not laid out, in a place that is not open, has no box.
    if (!element || element.getClientRects().length === 0) return;
    const { left, top, width, height } = element.getBoundingClientRect();
    const from = within ? within.getBoundingClientRect().left : -scrollX;
    const place = [left - from, top + scrollY, width, height].map(Math.round);
    found[name] = place as unknown as Boxes[string];
  };
  const addAll = (name: string, elements: Iterable<Element> = [], within?: Element) => {
    let count = 0;
    for (const element of elements) {
      count += 1;
      add(`${name} ${count}`, element, within);
    }
  };
  const stage = document.querySelector('section[aria-label="Client and server"]');
  add('stage', stage);
  add('who holds what', stage?.firstElementChild);
  for (const lane of stage?.querySelectorAll('[role="group"]') ?? []) {
    const name = lane.getAttribute('aria-label');
    add(`${name}`, lane);
    addAll(`${name}, part`, lane.children);
    addAll(`${name}, box`, lane.children[1]?.children);
  }
  const bar = document.querySelector('[role="toolbar"]');
  // Where it sticks is a question of how far the page is scrolled, which the stage may ask for.
  const from = bar?.getBoundingClientRect().top ?? 0;
  for (const [i, part] of [bar, ...(bar?.children ?? [])].entries()) {
    if (!part || part.getClientRects().length === 0) continue;
    const { left, top, width, height } = part.getBoundingClientRect();
    const place = [left, top - from, width, height].map(Math.round);
    found[i === 0 ? 'playback' : `playback, part ${i}`] = place as unknown as Boxes[string];
  }
  addAll('part of the page', document.querySelectorAll('main > *:not(:has(footer))'));
  for (const table of document.querySelectorAll('table')) {
    // In a place that is not open.
    if (!table.checkVisibility()) continue;
    const name = table.getAttribute('aria-label');
    add(`box of ${name}`, table.parentElement);
    // Measured within the table: its box follows the current column sideways.
    if (name === 'Variable tracker') addAll('tracker row', table.rows, table);
  }
  return found;
}

export const measureParts = (page: Page): Promise<Boxes> => page.evaluate(measurePartsHere);

/** Lists, in the page, what of the stage and playback is cut off or sticks out of its parent, in words. */
export function findSpillsHere(): string[] {
  const spills: string[] = [];
  const name = (element: Element) => `“${element.textContent.slice(0, 48)}”`;
  // Half a pixel is rounding, and an outline or a tick at the edge may use its padding.
  const SLACK = 1;
  // The wire's lines go on to who stands below it; what is measured is text.
  const unlined = new CSSStyleSheet();
  const lines = ':is([data-direction], [data-direction] *)';
  unlined.replaceSync(`${lines}::before, ${lines}::after { content: none !important }`);
  document.adoptedStyleSheets = [unlined];
  const roots = document.querySelectorAll(
    'section[aria-label="Client and server"], [role="toolbar"]',
  );
  for (const element of [...roots].flatMap((root) => [...root.querySelectorAll('*')])) {
    if (element.closest('svg, .visually-hidden, [aria-hidden="true"], select, input')) continue;
    const { display, textOverflow } = getComputedStyle(element);
    if (display === 'inline' || !element.textContent) continue;
    // Cut short where it is to be, and whole in its title.
    if (textOverflow === 'ellipsis' && element.closest('[title]')) continue;
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
    const cut = [
      scrollWidth > clientWidth + SLACK && `${scrollWidth} in ${clientWidth} wide`,
      // A line that holds a chip is higher than its text: only what has text of its own counts.
      scrollHeight > clientHeight + 3 && `${scrollHeight} in ${clientHeight} high`,
    ].filter(Boolean);
    const inner = element.getBoundingClientRect();
    let parent = element.parentElement;
    // One whose display is "contents" has no box, and an inline one cuts nothing.
    while (parent && ['contents', 'inline'].includes(getComputedStyle(parent).display)) {
      parent = parent.parentElement;
    }
    const outer = parent?.getBoundingClientRect();
    if (!outer || clientWidth === 0) continue;
    const out = Math.max(
      outer.left - inner.left,
      inner.right - outer.right,
      outer.top - inner.top,
      inner.bottom - outer.bottom,
    );
    if (out > SLACK + 1) cut.push(`${Math.round(out)} px outside its parent`);
    if (cut.length > 0) spills.push(`${name(element)}: ${cut.join(', ')}`);
  }
  document.adoptedStyleSheets = [];
  return spills;
}

export const findSpills = (page: Page): Promise<string[]> => page.evaluate(findSpillsHere);

/** Where the parts are and what is cut off at a step. */
export interface Layout {
  readonly boxes: Boxes;
  readonly spills: readonly string[];
  /** How wide the page is, beside its window too. */
  readonly width: number;
}

const READ_AT_REST = `async () => {
  await (${settleHere})();
  return {
    boxes: (${measurePartsHere})(),
    spills: (${findSpillsHere})(),
    width: document.documentElement.scrollWidth,
  };
}`;

/** Reads the layout before the first of some keys and after each, whenever the page is at rest. */
export const readLayoutAlong = (page: Page, keys: readonly string[]) =>
  lookAlong<Layout>(page, keys, READ_AT_REST);

/** Lists the parts that are not where they were. */
export function listMoves(before: Boxes, now: Boxes): string[] {
  return Object.keys(before).flatMap((name) => {
    const [a, b] = [before[name], now[name]];
    return a?.join() === b?.join() ? [] : [`${name}: ${a} -> ${b}`];
  });
}

/** The steps that were seen, with what has moved since the first and what is cut off, in words. */
export function judge(all: readonly { step: number; seen: Layout }[]) {
  const moves = new Collection();
  const spills = new Collection();
  for (const { step, seen } of all) {
    moves.add(step, listMoves(all[0]?.seen.boxes ?? {}, seen.boxes));
    spills.add(step, seen.spills);
  }
  return { steps: all.map(({ step }) => step), moves: moves.list(), spills: spills.list() };
}

/** Findings, each with the steps at which it was made. */
export class Collection {
  #steps = new Map<string, Set<number>>();
  add(step: number, findings: readonly string[]) {
    for (const finding of findings) {
      this.#steps.set(finding, (this.#steps.get(finding) ?? new Set()).add(step));
    }
  }
  list = () => [...this.#steps].map(([finding, steps]) => `${finding} at ${[...steps]}`);
}

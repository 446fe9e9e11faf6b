import { animate } from 'framer-motion/dom/mini';
import { Component, type RefObject } from 'react';

interface TravelProps {
  /** Where to look. `data-travels` names what moves, `data-from` the element that it is a copy of. */
  within: RefObject<HTMLElement | null>;
  /** Becomes something new whenever one of them may be in another place. */
  at: unknown;
}

interface Spot {
  readonly element: HTMLElement;
  readonly x: number;
  readonly y: number;
}

function readSpots(root: HTMLElement | null): Map<string, Spot> {
  const found = root?.querySelectorAll<HTMLElement>('[data-travels]') ?? [];
  return new Map(
    [...found].map((element) => {
      const { x, y } = element.getBoundingClientRect();
      return [element.dataset.travels ?? '', { element, x, y }];
    }),
  );
}

const isStill = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Moves an element to its place from as far away as is said, in pixels of the window. */
function glide(element: HTMLElement, byX: number, byY: number) {
  // In what is shown larger, its own pixels are larger too.
  const { currentCSSZoom: larger = 1 } = element;
  const [x, y] = [byX / larger, byY / larger];
  animate(
    element,
    { transform: [`translate(${x}px, ${y}px)`, 'none'] },
    { duration: 0.24, ease: [0.3, 0, 0.1, 1] },
  );
}

/**
 * Lets what is rendered in a new place glide there from where it was seen last, also when it was
 * still on its way. It reads the page twice, before and after the change, and only in the render
 * that `at` causes: that one must come after a paint, where no key waits for it.
 */
export class Travel extends Component<TravelProps> {
  override shouldComponentUpdate(next: TravelProps) {
    return next.at !== this.props.at;
  }

  // A class, because only here the page is still as it was: nothing has to be laid out for it.
  override getSnapshotBeforeUpdate() {
    return isStill() ? null : readSpots(this.props.within.current);
  }

  override componentDidUpdate(_: TravelProps, __: unknown, before: Map<string, Spot> | null) {
    if (!before || before.size === 0) return;
    const ways = [...readSpots(this.props.within.current)].flatMap(([name, { element, x, y }]) => {
      // What is new comes from what it is a copy of.
      const from = before.get(name) ?? before.get(element.dataset.from ?? '');
      if (!from || from.element === element || element.dataset.still) return [];
      return from.x === x && from.y === y ? [] : [[element, from.x - x, from.y - y] as const];
    });
    // Not before everybody has read what the change made of the page.
    queueMicrotask(() => {
      for (const [element, byX, byY] of ways) glide(element, byX, byY);
    });
  }

  override render() {
    return null;
  }
}

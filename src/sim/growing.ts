/**
 * A list that is only ever appended to. Versions of it share one array, of which each sees its own
 * first `length` items; so appending costs the same however long the list is.
 */
export interface Growing<T> {
  readonly shared: T[];
  readonly length: number;
}

/** Starts a list with a copy of the given items. */
export function toGrowing<T>(items: readonly T[]): Growing<T> {
  return { shared: [...items], length: items.length };
}

/**
 * Returns the list with more items at its end; the given one still has its own. Only the newest
 * version can grow in place: a second branch from an older one copies what they have in common.
 */
export function append<T>(list: Growing<T>, added: readonly T[]): Growing<T> {
  const shared =
    list.shared.length === list.length ? list.shared : list.shared.slice(0, list.length);
  for (const item of added) shared.push(item);
  return { shared, length: shared.length };
}

/** Returns the list as it was when it had `length` items. @throws RangeError for more than it has. */
export function cutTo<T>(list: Growing<T>, length: number): Growing<T> {
  if (length > list.length) throw new RangeError(`${length} of ${list.length} items`);
  return { shared: list.shared, length };
}

/** Returns the items as an array of their own. */
export const toItems = <T>(list: Growing<T>): readonly T[] => list.shared.slice(0, list.length);

/** Returns the last item. @throws RangeError for an empty list. */
export function getLast<T>(list: Growing<T>): T {
  if (list.length === 0) throw new RangeError('an empty list has no last item');
  return list.shared[list.length - 1] as T;
}

/**
 * A list that is only ever appended to. Versions of it share one array, of which each sees its own
 * first `length` items; so appending costs the same however long the list is.
 */
export interface SharedList<T> {
  readonly shared: T[];
  readonly length: number;
}

/** Starts a list with a copy of the given items. */
export function toSharedList<T>(items: readonly T[]): SharedList<T> {
  return { shared: [...items], length: items.length };
}

/**
 * Returns the list with more items at its end; the given one still has its own. Only the newest
 * version can grow in place: a second branch from an older one copies what they have in common.
 */
export function append<T>(list: SharedList<T>, added: readonly T[]): SharedList<T> {
  const shared =
    list.shared.length === list.length ? list.shared : list.shared.slice(0, list.length);
  for (const item of added) shared.push(item);
  return { shared, length: shared.length };
}

/** Returns the list as it was when it had `length` items. @throws RangeError for more than it has. */
export function cutTo<T>(list: SharedList<T>, length: number): SharedList<T> {
  if (length > list.length) throw new RangeError(`${length} of ${list.length} items`);
  return { shared: list.shared, length };
}

/** Returns the items as an array of their own. */
export const toItems = <T>(list: SharedList<T>): readonly T[] => list.shared.slice(0, list.length);

/** Returns the last item. @throws RangeError for an empty list. */
export function getLast<T>(list: SharedList<T>): T {
  if (list.length === 0) throw new RangeError('an empty list has no last item');
  return list.shared[list.length - 1] as T;
}

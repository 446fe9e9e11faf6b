/** Makes an object whose members are computed when they are first looked at, and kept; JSON.stringify looks at all of them. */
export function lazily<T extends object>(make: { readonly [K in keyof T]: () => T[K] }): T {
  const object = {};
  for (const name of Object.keys(make) as (keyof T & string)[]) {
    Object.defineProperty(object, name, {
      enumerable: true,
      configurable: true,
      get() {
        const value = make[name]();
        Object.defineProperty(object, name, { value, enumerable: true });
        return value;
      },
    });
  }
  return object as T;
}

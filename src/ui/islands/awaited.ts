/** How many late parts the picture still waits for. */
let coming = 0;
let tellNone = () => {};

/** Has the picture wait for a part; returns what ends that. */
export function awaitPart(): () => void {
  coming += 1;
  return () => {
    coming -= 1;
    // Not before the parts inside of it have said that they come.
    queueMicrotask(() => {
      if (coming === 0) tellNone();
    });
  };
}

/** Resolves when the picture waits for no late part: each is here, or says that it does not come. */
export const whenAllCame = () =>
  new Promise<void>((resolve) => {
    tellNone = resolve;
    if (coming === 0) resolve();
  });

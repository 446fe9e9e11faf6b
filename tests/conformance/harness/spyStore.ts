import session from 'express-session';
import type { Notebook, StoreCall } from './spies.ts';
import { openNotebook, spyOnStore } from './spies.ts';

/** express-session's own MemoryStore, which also notes the calls it gets. */
export class SpyStore extends session.MemoryStore {
  readonly #notebook: Notebook = openNotebook();

  constructor() {
    super();
    spyOnStore(this, this.#notebook);
  }

  /** Takes out the calls since it was last called. */
  takeCalls(): StoreCall[] {
    return this.#notebook.takeCalls();
  }
}

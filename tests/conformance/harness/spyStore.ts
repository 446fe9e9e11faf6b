import type { StoreCallback } from 'express-session';
import session from 'express-session';

export interface StoreCall {
  readonly method: string;
  readonly sid: string;
  /** The record that was read or written, as JSON text; `null` without one. */
  readonly record: string | null;
}

/** express-session's own MemoryStore, which also notes the calls it gets. */
export class SpyStore extends session.MemoryStore {
  #calls: StoreCall[] = [];

  /** Takes out the calls since it was last called. */
  takeCalls(): StoreCall[] {
    const taken = this.#calls;
    this.#calls = [];
    return taken;
  }

  #note(method: string, sid: string, record: unknown): void {
    this.#calls.push({ method, sid, record: record === undefined ? null : JSON.stringify(record) });
  }

  override get(sid: string, callback: StoreCallback): void {
    super.get(sid, (error, found) => {
      this.#note('get', sid, found);
      callback(error, found);
    });
  }

  override set(sid: string, record: unknown, callback?: StoreCallback): void {
    this.#note('set', sid, record);
    super.set(sid, record, callback);
  }

  override touch(sid: string, record: unknown, callback?: StoreCallback): void {
    this.#note('touch', sid, record);
    super.touch(sid, record, callback);
  }

  override destroy(sid: string, callback?: StoreCallback): void {
    this.#note('destroy', sid, undefined);
    super.destroy(sid, callback);
  }
}

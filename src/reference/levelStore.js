// A session store that survives a restart: records as JSON in LevelDB, an embedded database. One
// process at a time may open it; servers that share it ask that one, as they would ask Redis.
import session from 'express-session';

const isOver = ({ cookie }) => cookie.expires && new Date(cookie.expires) <= new Date();

/** A store over a database with `get`, `put`, `del` and `iterator`, e.g. `new ClassicLevel('sessions')`. */
export class LevelStore extends session.Store {
  #database;

  constructor(database) {
    super();
    this.#database = database;
  }

  async #read(sid) {
    const text = await this.#database.get(sid);
    const record = text && JSON.parse(text);
    if (!record || !isOver(record)) return record;
    await this.#database.del(sid);
    return undefined;
  }

  async #move(sid, { cookie }) {
    const record = await this.#read(sid);
    if (record) await this.#database.put(sid, JSON.stringify({ ...record, cookie }));
  }

  get(sid, done) {
    this.#read(sid).then((record) => done(null, record), done);
  }

  set(sid, record, done) {
    this.#database.put(sid, JSON.stringify(record)).then(() => done?.(), done);
  }

  touch(sid, record, done) {
    this.#move(sid, record).then(() => done?.(), done);
  }

  async #list() {
    const entries = await this.#database.iterator().all();
    const records = await Promise.all(entries.map(([sid]) => this.#read(sid)));
    return entries.flatMap(([id], i) => (records[i] ? [{ ...records[i], id }] : []));
  }

  /** Gives all records with their session IDs, as connect-redis does. */
  all(done) {
    this.#list().then((records) => done(null, records), done);
  }

  destroy(sid, done) {
    this.#database.del(sid).then(() => done?.(), done);
  }
}

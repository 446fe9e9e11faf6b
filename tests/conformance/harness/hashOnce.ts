import crypto, { type BinaryLike } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/*
 * A reference server hashes each password slowly, as it should: 26 ms of a core at each of nearly a
 * thousand logins, all with the same few passwords. The hash of each is computed once here, by the
 * real scrypt, and known from then on.
 */
type Done = (error: Error | null, hash: Buffer) => void;

const { scrypt } = crypto;
const hashes = new Map<string, Promise<Buffer>>();

const hash = (password: BinaryLike, salt: BinaryLike, length: number) =>
  new Promise<Buffer>((resolve, reject) => {
    scrypt(password, salt, length, (error, made) => (error ? reject(error) : resolve(made)));
  });

function hashOnce(password: string, salt: string, length: number, done: Done) {
  const key = JSON.stringify([password, salt, length]);
  const known = hashes.get(key) ?? hash(password, salt, length);
  hashes.set(key, known);
  known.then(
    (made) => done(null, Buffer.from(made)),
    (error) => done(error, Buffer.alloc(0)),
  );
}

Object.assign(crypto, { scrypt: hashOnce });
syncBuiltinESMExports();

/** The one that has no header. Browsers before the middle of 2023 have none of these. @see https://compression.spec.whatwg.org/ */
const FORMAT = 'deflate-raw';

/** Makes a stream; `null` where the browser has none, or not for this format. */
function make<T>(Stream: (new (format: typeof FORMAT) => T) | undefined): T | null {
  try {
    return Stream ? new Stream(FORMAT) : null;
  } catch {
    return null;
  }
}

/** Sends bytes through a stream; `null` when more than `limit` would come out. Rejects when it takes them for spoilt. */
async function send(
  bytes: Uint8Array,
  { readable, writable }: CompressionStream | DecompressionStream,
  limit = Number.POSITIVE_INFINITY,
): Promise<Uint8Array | null> {
  const writer = writable.getWriter();
  // What is wrong with them is said by what is read, too.
  writer.write(new Uint8Array(bytes)).catch(() => {});
  writer.close().catch(() => {});
  const reader: ReadableStreamDefaultReader<Uint8Array> = readable.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > limit) {
      reader.cancel().catch(() => {});
      return null;
    }
    chunks.push(value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** Compresses bytes; `null` where the browser cannot. @see RFC 1951 */
export async function compress(bytes: Uint8Array): Promise<Uint8Array | null> {
  const stream = make(globalThis.CompressionStream);
  return stream && send(bytes, stream);
}

/** Decompresses, and stops at a size limit: a small input can unpack to millions of bytes. */
export async function decompress(
  bytes: Uint8Array,
  limit: number,
): Promise<Uint8Array | 'long' | 'spoilt'> {
  try {
    const stream = make(globalThis.DecompressionStream);
    return stream ? ((await send(bytes, stream, limit)) ?? 'long') : 'spoilt';
  } catch {
    return 'spoilt';
  }
}

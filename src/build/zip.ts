/** A file of an archive. */
export interface ZipEntry {
  /** Path in the archive, with `/` between its parts. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const LOCAL_HEADER = Buffer.from('PK\x03\x04', 'latin1');
const CENTRAL_HEADER = Buffer.from('PK\x01\x02', 'latin1');
const END_RECORD = Buffer.from('PK\x05\x06', 'latin1');
const VERSION = 20;
const MADE_ON_UNIX = (3 << 8) | VERSION;
const UTF8_NAMES = 1 << 11;
const STORED = 0;
const NOTHING = 0;
const MIDNIGHT = 0;
/** The earliest day that the format knows, 1980-01-01: the same files always make the same bytes. */
const DATE = (1 << 5) | 1;
/** A plain file that everybody may read and its owner may change. */
const UNIX_MODE = 0o100644;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

/** Computes the CRC-32 of bytes, as an unsigned number. @see ISO 3309, and RFC 1952 section 8 */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** A field of a record, written low byte first. */
const u16 = (value: number) => Buffer.of(value & 0xff, value >>> 8);
const u32 = (value: number) => Buffer.concat([u16(value & 0xffff), u16(value >>> 16)]);

/**
 * Writes a zip archive of files, stored as they are. Meant for a handful of small ones: an entry
 * or an archive of 4 GiB or more does not fit in. @see PKWARE's APPNOTE.TXT, section 4.3
 */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, bytes } of entries) {
    const name = Buffer.from(path, 'utf8');
    const size = u32(bytes.length);
    const facts = Buffer.concat([
      ...[UTF8_NAMES, STORED, MIDNIGHT, DATE].map(u16),
      ...[u32(crc32(bytes)), size, size],
      ...[name.length, NOTHING].map(u16),
    ]);
    const file = Buffer.concat([LOCAL_HEADER, u16(VERSION), facts, name, bytes]);
    directory.push(
      Buffer.concat([
        ...[CENTRAL_HEADER, u16(MADE_ON_UNIX), u16(VERSION), facts],
        // Comment, disk, kind of content; then the mode, in the upper half of a field.
        ...[NOTHING, NOTHING, NOTHING, NOTHING, UNIX_MODE].map(u16),
        ...[u32(offset), name],
      ]),
    );
    files.push(file);
    offset += file.length;
  }
  const index = Buffer.concat(directory);
  const counts = [NOTHING, NOTHING, entries.length, entries.length].map(u16);
  const sizes = [index.length, offset].map(u32);
  return Buffer.concat([...files, index, END_RECORD, ...counts, ...sizes, u16(NOTHING)]);
}

import { crc32 } from 'node:zlib';

export interface UnzippedFile {
  readonly path: string;
  readonly bytes: Buffer;
  readonly mode: number;
}

const END_SIZE = 22;

/**
 * Reads an archive of stored files as a stranger would: from the end record by way of the central
 * directory. Written by hand, and not by the library that writes: a reader of the same hands would
 * forgive its mistakes. @throws Error when two statements of the archive differ.
 */
export function unzip(archive: Uint8Array): UnzippedFile[] {
  const zip = Buffer.from(archive);
  const demand = (holds: boolean, what: string) => {
    if (!holds) throw new Error(`bad archive: ${what}`);
  };
  const end = zip.length - END_SIZE;
  demand(zip.toString('latin1', end, end + 4) === 'PK\x05\x06', 'no end record');
  const count = zip.readUInt16LE(end + 10);
  const size = zip.readUInt32LE(end + 12);
  const start = zip.readUInt32LE(end + 16);
  demand(zip.readUInt16LE(end + 8) === count, 'more than one disk');
  demand(start + size === end, 'a gap before the end record');

  const files: UnzippedFile[] = [];
  let at = start;
  let expectedOffset = 0;
  for (let i = 0; i < count; i++) {
    demand(zip.toString('latin1', at, at + 4) === 'PK\x01\x02', 'no central header');
    const facts = zip.subarray(at + 6, at + 32);
    const nameLength = zip.readUInt16LE(at + 28);
    const path = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const mode = zip.readUInt16LE(at + 40);
    const offset = zip.readUInt32LE(at + 42);
    const length = zip.readUInt32LE(at + 24);
    demand(zip.readUInt16LE(at + 10) === 0, `${path} is compressed`);
    demand(zip.readUInt32LE(at + 20) === length, `${path} has two sizes`);
    const isUtf8 = (zip.readUInt16LE(at + 8) & 0x800) !== 0;
    demand(isUtf8 || path.length === nameLength, `${path} is not said to be UTF-8`);

    demand(offset === expectedOffset, `${path} does not follow the file before it`);
    demand(zip.toString('latin1', offset, offset + 4) === 'PK\x03\x04', 'no local header');
    demand(zip.subarray(offset + 4, offset + 30).equals(facts), `two headers of ${path} differ`);
    const from = offset + 30 + nameLength;
    demand(zip.toString('utf8', offset + 30, from) === path, `${path} has two names`);
    const bytes = zip.subarray(from, from + length);
    demand(crc32(bytes) === zip.readUInt32LE(at + 16), `the check sum of ${path} is wrong`);
    files.push({ path, bytes, mode });
    expectedOffset = from + length;
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  demand(at === end, 'the directory is longer than its files');
  demand(expectedOffset === start, 'bytes that belong to no file');
  return files;
}

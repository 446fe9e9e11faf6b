import { zipSync } from 'fflate';

/** A file of an archive. */
export interface ZipEntry {
  /** Path in the archive, with `/` between its parts. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const UNIX = 3;
/** A plain file that everybody may read and its owner may change. */
const UNIX_MODE = 0o100644;

/**
 * Writes a zip archive of files, stored as they are and in their order: the same files always make the
 * same bytes, whatever the day and the time zone.
 */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const files = Object.fromEntries(entries.map(({ path, bytes }) => [path, bytes]));
  return zipSync(files, {
    level: 0,
    os: UNIX,
    attrs: UNIX_MODE << 16,
    // The earliest day that the format knows. It writes local time, so this is midnight anywhere.
    mtime: new Date(1980, 0, 1),
  });
}

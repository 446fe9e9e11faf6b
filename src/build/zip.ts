import { type DeflateOptions, zipSync } from 'fflate';

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
 * Writes a zip archive of files in their order, stored as they are, or deflated at a level of 1 to 9: the
 * same files always make the same bytes, whatever the day and the time zone.
 */
export function writeZip(entries: readonly ZipEntry[], level: DeflateOptions['level'] = 0) {
  const files = Object.fromEntries(entries.map(({ path, bytes }) => [path, bytes]));
  return zipSync(files, {
    level,
    os: UNIX,
    attrs: UNIX_MODE << 16,
    // The earliest day that the format knows. It writes local time, so this is midnight anywhere.
    mtime: new Date(1980, 0, 1),
  });
}

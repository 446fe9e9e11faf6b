import { fromBase64, toBase64url } from '../../sim/bytes/base64.ts';
import type { Run } from '../../sim/runs/run.ts';
import {
  formatRunAddress,
  formatRunText,
  MAX_ADDRESS_CHARS,
  NO_ADDRESS_RUN,
  parseRunAddress,
  parseRunText,
  type ReadRun,
  TOO_LONG_RUN,
} from '../../sim/runs/runFile.ts';
import type { Settings } from '../../sim/settings.ts';
import { compress, decompress } from './compress.ts';

/** Begins a run that is compressed; no base64url has a dot. */
const COMPRESSED = 'z.';

/** Bytes of a run's text at most, however small it can be made: opening it takes its time. */
const MAX_RUN_BYTES = 16 * 1024;

/**
 * Writes a run for an address, as `formatRunAddress` does, and compressed where the browser can;
 * `null` when it is too long for one.
 */
export async function writeRunAddress(run: Run, scenario: Settings): Promise<string | null> {
  const bytes = new TextEncoder().encode(formatRunText(run, scenario));
  if (bytes.length > MAX_RUN_BYTES) return null;
  const packed = await compress(bytes);
  if (packed === null) return formatRunAddress(run, scenario);
  const value = COMPRESSED + toBase64url(packed);
  return value.length <= MAX_ADDRESS_CHARS ? value : null;
}

/** Reads a run from the value of an address's `run=`, in either form. Never rejects. */
export async function readRunAddress(value: string, scenario: Settings): Promise<ReadRun> {
  if (!value.startsWith(COMPRESSED)) return parseRunAddress(value, scenario);
  if (value.length > MAX_ADDRESS_CHARS) return TOO_LONG_RUN;
  const packed = fromBase64(value.slice(COMPRESSED.length));
  const unpacked = packed === null ? 'spoilt' : await decompress(packed, MAX_RUN_BYTES);
  if (unpacked === 'long') return TOO_LONG_RUN;
  if (unpacked === 'spoilt') return NO_ADDRESS_RUN;
  try {
    return parseRunText(new TextDecoder('utf-8', { fatal: true }).decode(unpacked), scenario);
  } catch {
    return NO_ADDRESS_RUN;
  }
}

import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Codings by how small they make a text, the best first. */
const CODINGS = {
  // A higher quality takes several times as long for a few hundredths less.
  br: (body) =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: promisify(gzip),
};

/** What a packet holds anyway gains nothing. */
const MIN_BYTES = 1400;

/** Reads `br, gzip;q=0.5` as the codings that may be sent. */
function readAccepted(field) {
  const parts = (field ?? '').toLowerCase().split(',');
  const pairs = parts.map((part) => part.split(';').map((text) => text.trim()));
  const isWanted = ([, ...rest]) => !rest.some((text) => /^q=0(\.0*)?$/.test(text));
  return pairs.filter(isWanted).map(([coding]) => coding);
}

/**
 * Returns the coding in which a body is to be sent, by the request's Accept-Encoding; `null`: as it is.
 * @see RFC 9110 section 12.5.3
 */
export function chooseCoding(field, { length }) {
  if (length < MIN_BYTES) return null;
  const accepted = readAccepted(field);
  return Object.keys(CODINGS).find((coding) => accepted.includes(coding)) ?? null;
}

/** Encodes a body. */
export const encodeBody = (body, coding) => CODINGS[coding](body);

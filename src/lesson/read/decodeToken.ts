/** A compact JWS taken apart, nothing verified. Parts that are no JSON objects are `null`. */
export interface DecodedToken {
  readonly parts: readonly [header: string, payload: string, signature: string];
  readonly header: Readonly<Record<string, unknown>> | null;
  readonly payload: Readonly<Record<string, unknown>> | null;
}

const decoder = new TextDecoder();

/** The bytes of a text of one byte a character. `Uint8Array.from` would take ten times as long. */
function toBytes(binary: string): Uint8Array {
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

function decodePart(part: string): Readonly<Record<string, unknown>> | null {
  try {
    const binary = atob(part.replaceAll('-', '+').replaceAll('_', '/'));
    const value: unknown = JSON.parse(decoder.decode(toBytes(binary)));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** Takes a token apart for reading. @see RFC 7515 section 7.1 */
export function decodeToken(token: string): DecodedToken {
  const [header = '', payload = '', signature = ''] = token.split('.');
  return {
    parts: [header, payload, signature],
    header: decodePart(header),
    payload: decodePart(payload),
  };
}

/** Returns a token's exp, NumericDate seconds; `null` when it names none. Nothing is verified. */
export function readExpiry(token: string): number | null {
  const exp = decodeToken(token).payload?.exp;
  return typeof exp === 'number' ? exp : null;
}

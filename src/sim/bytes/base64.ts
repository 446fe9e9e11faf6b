import { base64url } from 'jose';

/** Encodes bytes as base64url without padding. @see RFC 7515 section 2 */
export function toBase64url(bytes: Uint8Array): string {
  return base64url.encode(bytes);
}

/** Encodes bytes in the standard base64 alphabet with padding, as Node's Buffer does. @see RFC 4648 section 4 */
export function toBase64(bytes: Uint8Array): string {
  const text = toUnpaddedBase64(bytes);
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}

/** Decodes base64 of either alphabet, with padding or without; `null` for what is none. */
export function fromBase64(text: string): Uint8Array | null {
  try {
    return base64url.decode(text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''));
  } catch {
    return null;
  }
}

/** Encodes bytes in the standard base64 alphabet without padding, as cookie-signature does. @see RFC 4648 section 4 */
export function toUnpaddedBase64(bytes: Uint8Array): string {
  return base64url.encode(bytes).replaceAll('-', '+').replaceAll('_', '/');
}

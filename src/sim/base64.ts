import { base64url } from 'jose';

/** Encodes bytes as base64url without padding. @see RFC 7515 section 2 */
export function toBase64url(bytes: Uint8Array): string {
  return base64url.encode(bytes);
}

/** Encodes bytes in the standard base64 alphabet without padding, as cookie-signature does. @see RFC 4648 section 4 */
export function toUnpaddedBase64(bytes: Uint8Array): string {
  return base64url.encode(bytes).replaceAll('-', '+').replaceAll('_', '/');
}

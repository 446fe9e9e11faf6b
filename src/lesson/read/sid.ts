/** Returns the session ID inside a cookie's value (`s%3A<sid>.<signature>`); empty where there is none. */
export function toSid(cookieValue: string): string {
  const signed = cookieValue.replace(/^s(%3A|:)/i, '');
  return signed.slice(0, Math.max(0, signed.lastIndexOf('.')));
}

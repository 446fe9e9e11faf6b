/** The content security policy of the built page. The page's code fetches nothing, so it may not; its worker, which does, obeys the policy that its own file comes with. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'none'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  // The one policy that there may be lets the address of the page's worker through (ui/islands/keepOffline.ts).
  'trusted-types authtrace-worker',
].join('; ');

const REFUSED: readonly (readonly [RegExp, string])[] = [
  [/<[a-z][^>]*\sstyle=/i, 'a style attribute'],
  [/<[a-z][^>]*\son[a-z]+=/i, 'an inline event handler'],
  [/<style[\s>]/i, 'a style element'],
  [/<script(?![^>]*\ssrc=)[\s>]/i, 'an inline script'],
];

/** A block of data is never run, so no policy asks for it. */
const DATA_BLOCK = /<script type="application\/json"[^>]*>[^<]*<\/script>/g;

/** Lists what the policy would refuse in a page, each with the tag that it stands in. */
export function findRefusedMarkup(html: string): string[] {
  // Values are emptied first, so that a label which mentions `style=` is not taken for one.
  const tags = html.replace(DATA_BLOCK, '').replace(/="[^"]*"/g, '=""');
  return REFUSED.flatMap(([pattern, what]) => {
    const found = pattern.exec(tags);
    if (!found) return [];
    return [`${what}: ${tags.slice(found.index, found.index + 120)}`];
  });
}

/** Puts the policy into a page, before anything that it governs. @throws Error for a page without a head. */
export function addContentSecurityPolicy(html: string): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}" />`;
  const page = html.replace('<head>', () => `<head>\n    ${meta}`);
  if (page === html) throw new Error('the page has no <head> to put the policy into');
  return page;
}

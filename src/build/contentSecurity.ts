/** The content security policy of the built page. Nothing is fetched by code, so nothing may be. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
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

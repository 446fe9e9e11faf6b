/** The manifest's file, beside the page. */
export const MANIFEST = 'manifest.webmanifest';

/** The page's ground in light, as in styles/tokens.css; what is shown before the page is. */
const GROUND = '#f8f8f6';

interface Texts {
  readonly title: string;
  readonly shortTitle: string;
  readonly description: string;
}

/**
 * Writes the manifest of a page that can be installed in whatever folder it is.
 * @see https://www.w3.org/TR/appmanifest/
 */
export function formatManifest(
  { title, shortTitle, description }: Texts,
  language: string,
): string {
  const manifest = {
    name: title,
    short_name: shortTitle,
    description,
    lang: language,
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: GROUND,
    theme_color: GROUND,
    icons: [
      { src: 'favicon.svg', type: 'image/svg+xml', sizes: 'any' },
      { src: 'icons/192.png', type: 'image/png', sizes: '192x192' },
      { src: 'icons/512.png', type: 'image/png', sizes: '512x512' },
      { src: 'icons/maskable.png', type: 'image/png', sizes: '512x512', purpose: 'maskable' },
    ],
  };
  return `${JSON.stringify(manifest, null, 1)}\n`;
}

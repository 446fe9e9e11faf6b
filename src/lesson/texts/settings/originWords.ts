import type { SettingWords } from './settingWords.ts';

/** The words of the settings of the page’s origin, of requests from other sites and of the way to the server. */
export const ORIGIN_WORDS = {
  pagePlace: {
    label: 'Page at',
    meaning:
      'Where the front end comes from, seen from the server. Another port is another origin of the same site, and so is a subdomain.',
  },
  credentials: {
    label: 'fetch credentials',
    meaning:
      'Whether the page’s fetches send cookies and keep those of the answers. A bearer token needs none.',
  },
  cors: {
    label: 'CORS: server allows',
    meaning:
      'Access-Control-Allow-Origin and -Credentials: whether the browser gives the answers to the page’s code.',
  },
  csrf: {
    label: 'CSRF check',
    meaning:
      'Before a transfer or a change of the account, whether the site’s own page posts it: by a field that no page can forge, or by a token that no other site can read.',
  },
  thirdPartyBlocked: {
    label: 'Block third-party cookies',
    meaning: 'The browsers send and keep none where a page of another site fetches.',
  },
  tlsProxy: {
    label: 'Proxy that ends TLS',
    meaning:
      'Browsers speak https with it, it speaks http with the server and says so by X-Forwarded-Proto.',
  },
} as const satisfies Readonly<Record<string, SettingWords>>;

export const PAGE_PLACE_OPTIONS = [
  ['sameOrigin', 'Same origin'],
  ['otherPort', 'Another port'],
  ['subdomain', 'Subdomain'],
  ['otherSite', 'Another site'],
] as const;

export const CREDENTIALS_OPTIONS = [
  ['omit', 'omit'],
  ['same-origin', 'same-origin (default)'],
  ['include', 'include'],
] as const;

export const CORS_OPTIONS = [
  ['none', 'Nothing'],
  ['any', 'Any origin (*)'],
  ['other', 'Another origin'],
  ['origin', 'The page’s origin'],
  ['credentials', 'Its origin and credentials'],
] as const;

export const PROXY_OPTIONS = [
  ['none', 'No proxy'],
  ['untrusted', 'Not trusted'],
  ['trusted', 'trust proxy'],
  ['silent', 'trust proxy, no header'],
  ['bare', 'Not trusted, no header'],
] as const;

export const CSRF_OPTIONS = [
  ['none', 'None'],
  ['origin', 'Origin'],
  ['fetchSite', 'Sec-Fetch-Site'],
  ['token', 'A token in the form'],
] as const;

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

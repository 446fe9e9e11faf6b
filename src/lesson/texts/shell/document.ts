/** What a browser, a search engine and a link's preview say of the page, and what is read without script. */
export const DOCUMENT_TEXTS = {
  title: 'AuthTrace: session-based vs token-based auth in Node.js',
  /** Under the icon of a page that is installed. */
  shortTitle: 'AuthTrace',
  description:
    'Step through session-based and token-based authentication in Node.js, side by side, from login to logout, with real cookies, real JWTs and real HTTP messages.',
  preview:
    'Twelve steps from login to logout: where each credential is made, kept, sent, checked and thrown away.',
  previewImage:
    'Two lanes between client and server: a session ID in a cookie, and a signed token.',
  withoutScript: 'The page is readable without JavaScript; stepping needs it.',
} as const;

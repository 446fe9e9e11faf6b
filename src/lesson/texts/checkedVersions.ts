/**
 * The versions that the conformance tests checked the messages against, for the page to say. A test
 * fails when they are not those of the installed packages.
 */
export const CHECKED_VERSIONS = {
  express: '5.3.0',
  'express-session': '1.19.0',
  'cookie-session': '2.1.1',
  jsonwebtoken: '9.0.3',
  jose: '6.2.18',
} as const;

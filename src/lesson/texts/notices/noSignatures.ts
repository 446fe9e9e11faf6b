/** Where the browser has no Web Crypto. */
export const NO_SIGNATURES =
  'Your browser signs nothing on a page that comes over plain http, so only the walk can be shown. Open the page over https or on localhost for the rest.';

import type { Blocked, CorsRefusal } from '../../../sim/outcome.ts';

/** What was asked for by whom, and what the server allows. */
export interface BlockedFetch extends Blocked {
  readonly url: string;
  readonly pageOrigin: string;
  /** Value of Access-Control-Allow-Origin; empty without it. */
  readonly allowed: string;
}

const REASONS: Readonly<Record<CorsRefusal, (fetch: BlockedFetch) => string>> = {
  allowOriginMissing: () =>
    "No 'Access-Control-Allow-Origin' header is present on the requested resource.",
  allowOriginAny: () =>
    "The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.",
  allowOriginOther: ({ allowed }) =>
    `The 'Access-Control-Allow-Origin' header has a value '${allowed}' that is not equal to the supplied origin. Have the server send the header with a valid value.`,
  allowCredentialsMissing: () =>
    "The value of the 'Access-Control-Allow-Credentials' header in the response is '' which must be 'true' when the request's credentials mode is 'include'.",
};

const PREFLIGHT = "Response to preflight request doesn't pass access control check: ";

/** Writes what Chromium's console says of a fetch that CORS kept from the page's code, word for word. */
export function toConsoleLine(fetch: BlockedFetch): string {
  const { at, reason, url, pageOrigin } = fetch;
  const why = (at === 'preflight' ? PREFLIGHT : '') + REASONS[reason](fetch);
  return `Access to fetch at '${url}' from origin '${pageOrigin}' has been blocked by CORS policy: ${why}`;
}

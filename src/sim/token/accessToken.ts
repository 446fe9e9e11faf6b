/** Tells an access token, a compact JWS, from a refresh token, which has no dots. */
export const isAccessToken = (text: string): boolean => text.includes('.');

import type { Moment } from '../moment.ts';

/** Tells whether a refresh token is sent as if it were an access token. */
export const usesRefreshToken = ({ action }: Moment): boolean =>
  action?.type === 'replay' && action.what === 'refreshToken';

/** Tells whether a credential is sent that another service made, which has the same secret. */
export const isOtherServices = ({ action }: Moment): boolean =>
  action?.type === 'forge' && action.how === 'otherService';

/** Tells whether a credential is sent that somebody made or changed who has not been given it so. */
export const isMade = ({ action }: Moment): boolean =>
  action?.type === 'forge' || action?.type === 'tamper';

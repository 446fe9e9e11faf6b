import { readShownLibraryRefusal } from '../../read/check/shownLibrary.ts';
import type { Moment } from '../../read/moment.ts';
import { say } from '../../richText.ts';
import type { RichText } from '../../telling.ts';

/** Says what jsonwebtoken would answer here, since this run has jose in its place. */
export function sayShownLibrary(moment: Moment): RichText {
  const refusal = readShownLibraryRefusal(moment);
  switch (refusal?.type) {
    case 'payloadMember':
      return say`This run’s server signs with jose: jsonwebtoken cannot sign a member named ${refusal.name}, and the login would end in 500.`;
    case 'privateKey':
      return say`This run’s server signs with jose: jsonwebtoken takes no private key for a secret, and the login would end in 500.`;
    case 'publicKey':
      return say`This run’s server verifies with jose: jsonwebtoken takes this secret for a public key, and would answer 401.`;
    case undefined:
      return [];
  }
}

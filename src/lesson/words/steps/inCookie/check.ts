import { formatLiteral } from '../../../page/format.ts';
import type { Moment } from '../../../read/moment.ts';
import { readDataCheck, readSignatureChange } from '../../../read/server/dataInCookie.ts';
import { say } from '../../../richText.ts';
import type { RichText } from '../../../telling.ts';
import { nameServerFirst } from '../../names.ts';
import { FAILURE_CELLS, FAILURE_WORDS } from '../../refusal/failures.ts';

/** Says how a server without a store came to its decision. */
export function sayChecked(moment: Moment): RichText {
  const check = readDataCheck(moment);
  if (!check) return [];
  const server = { plain: nameServerFirst(moment) };
  switch (check.type) {
    case 'unread':
      return [`Nobody checks the cookie: ${FAILURE_WORDS[check.failure]}.`];
    case 'refused':
      return say`${server} believes no data: ${{ plain: FAILURE_WORDS[check.failure] }}.`;
    case 'notEnough':
      return say`The signature in ${'session.sig'} fits the data, so the session is the user’s. ${server} refuses all the same: ${{ plain: FAILURE_WORDS[check.failure] }}.`;
    case 'believed':
      return say`${server} computes the HMAC-SHA1 over the data and it is the one in ${'session.sig'}, so the data is believed, whoever sends it: ${formatLiteral(check.data)}. No store is asked, and nothing in it could have expired.`;
  }
}

/** Says it in a cell. */
export function sayCheckedInShort(moment: Moment): string | null {
  const check = readDataCheck(moment);
  if (!check) return null;
  if (check.type === 'believed') return `signature fits → ${check.userId}`;
  if (check.type === 'notEnough') return `signature fits, ${FAILURE_CELLS[check.failure]}`;
  return FAILURE_WORDS[check.failure];
}

/** Says what an answer did to the signature alone, after another sentence; nothing where it did nothing. */
export function saySignatureChange(moment: Moment): RichText {
  const change = readSignatureChange(moment);
  if (change === null) return [];
  return change === 'away'
    ? say`The answer takes ${'session.sig'} away, and leaves the data.`
    : say`An older key had signed the data, so the answer sets ${'session.sig'} anew: without a date, so that half ends with the browser.`;
}

import type { SecondServer, Settings } from '../../../sim/settings.ts';
import { formatDuration } from '../../page/format.ts';
import { formatList } from '../../page/formatList.ts';
import { formatNumber } from '../../page/formatNumber.ts';

/** As much JSON as fits a chip. */
const SHORT = 40;

/** Names a payload by its JSON; one that is longer by its claims and how many bytes they are. */
export function sayPayload(payload: Settings['payload']): string {
  if (!payload) return 'No payload';
  const json = JSON.stringify(payload);
  if (json.length <= SHORT) return `Payload ${json}`;
  const { length } = new TextEncoder().encode(json);
  return `Payload ${formatList(Object.keys(payload))}, ${formatNumber(length)} B`;
}

/** Names a second server by what it does not have as the first one; secrets are never said. */
export function saySecond(second: SecondServer | undefined): string {
  if (!second) return 'One server';
  const { clockOffset, sessionSecrets, tokenSecret, tokenAudience } = second;
  const own: string[] = [];
  if (sessionSecrets) own.push('other session secrets');
  if (tokenSecret !== undefined) own.push('another token secret');
  if (clockOffset) {
    const way = clockOffset < 0 ? 'behind' : 'ahead';
    own.push(`its clock ${formatDuration(Math.abs(clockOffset))} ${way}`);
  }
  if (tokenAudience !== undefined) own.push(`audience ${tokenAudience}`);
  return own.length === 0
    ? 'Two servers with the same secrets'
    : `Two servers; Server B: ${formatList(own)}`;
}

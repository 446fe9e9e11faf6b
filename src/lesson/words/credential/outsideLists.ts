import { formatList } from '../../page/formatList.ts';
import type { OutsideList } from '../../read/kept.ts';
import { listOutside } from '../../read/kept.ts';
import type { Moment } from '../../read/moment.ts';

const NAMES: Readonly<Record<OutsideList, string>> = {
  denyList: 'its deny-list',
  refreshTokens: 'its refresh tokens',
};

/** Begins a sentence about what a token's server keeps outside of its process: `its deny-list is`; `null` where it keeps nothing there. */
export function nameOutside(moment: Moment): string | null {
  const lists = listOutside(moment);
  if (lists.length === 0) return null;
  const isOne = lists.every((list) => list === 'denyList');
  return `${formatList(lists.map((list) => NAMES[list]))} ${isOne ? 'is' : 'are'}`;
}

import { LATER_NOTICE, UNREADABLE_NOTICE } from '../../lesson/texts/notices/page.ts';
import type { KeptFault } from '../kept/keepStore.ts';
import { usePlayer } from '../usePlayer.ts';

/** Says once what is wrong with what was kept of practising. */
export function reportKept(fault: KeptFault): void {
  const { notices, addNotice } = usePlayer.getState();
  const text = fault === 'later' ? LATER_NOTICE : UNREADABLE_NOTICE;
  if (!notices.some((notice) => notice.text === text)) addNotice(text);
}

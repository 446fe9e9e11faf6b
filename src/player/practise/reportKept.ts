import { LATER_NOTICE, UNREADABLE_NOTICE } from '../../lesson/texts/notices/page.ts';
import { REVIEW_TEXTS } from '../../lesson/texts/practise/review.ts';
import { usePlayer } from '../usePlayer.ts';
import type { ReviewFault } from './review.ts';

const NOTICES: Readonly<Record<ReviewFault, string>> = {
  later: LATER_NOTICE,
  unreadable: UNREADABLE_NOTICE,
  ahead: REVIEW_TEXTS.ahead,
};

/** Says once what is wrong with what was kept of practising. */
export function reportKept(fault: ReviewFault): void {
  const { notices, addNotice } = usePlayer.getState();
  const text = NOTICES[fault];
  if (!notices.some((notice) => notice.text === text)) addNotice(text);
}

import { useQuizProgress } from '../kept/quizProgress.ts';
import { usePlayer } from '../usePlayer.ts';
import { joinFrame } from './frame/joinFrame.ts';
import { joinLms } from './scorm/joinLms.ts';

/** Joins the page to what has opened it: a learning platform, or the page around its frame. The signal ends it. */
export function joinHost(window: Window, signal: AbortSignal): void {
  const stores = { player: usePlayer, quiz: useQuizProgress };
  const { document } = window;
  const content = document.getElementById('root');
  if ('lms' in document.documentElement.dataset) joinLms(stores, window, signal);
  else if (content) joinFrame(stores, content, window, signal);
}

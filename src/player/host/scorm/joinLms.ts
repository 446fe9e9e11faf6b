import { LMS_NOTICES } from '../../../lesson/texts/notices/host.ts';
import { toLink } from '../../address/toLink.ts';
import type { QuizStore } from '../../kept/quizProgress.ts';
import type { PlayerStore } from '../../player.ts';
import type { Player } from '../../playerState.ts';
import { readHostState } from '../hostState.ts';
import { onCheck } from '../onCheck.ts';
import { whenAtRest } from '../whenAtRest.ts';
import { toBookmark } from './bookmark.ts';
import { type Lms, toLms } from './lms.ts';
import { formatTimespan, isFurther, toResult } from './result.ts';

const withoutRun = (picture: Player): Player => ({ ...picture, original: null, runAddress: null });

/** The hash of a picture; a run that is too long for one is left out. */
function toHash(picture: Player, location: Location): string {
  const link = toLink(picture, location) ?? toLink(withoutRun(picture), location) ?? '';
  return /#.*/.exec(link)?.[0] ?? '';
}

/** Tells a platform how the quiz stands, and never less than it knows; `false` when it does not take it. */
function reportResult(lms: Lms, quiz: QuizStore): boolean {
  const { raw, status } = toResult(quiz.getState());
  const score = String(Math.max(raw, Number(lms.get('cmi.core.score.raw')) || 0));
  // Not every platform has these two.
  lms.set('cmi.core.score.min', '0');
  lms.set('cmi.core.score.max', '100');
  const isScored = lms.set('cmi.core.score.raw', score);
  const isNews = isFurther(status, lms.get('cmi.core.lesson_status'));
  const isTold = !isNews || lms.set('cmi.core.lesson_status', status);
  return lms.commit() && isScored && isTold;
}

/**
 * Joins the page to the learning platform that has opened it as a SCORM 1.2 package: the platform keeps
 * where the learner is, and is told score and status of the quiz. The signal ends it.
 */
export function joinLms(
  { player, quiz }: { readonly player: PlayerStore; readonly quiz: QuizStore },
  window: Window,
  signal: AbortSignal,
): void {
  const { location, performance } = window;
  const { api, isOpen } = window.__authtraceLms ?? { api: null, isOpen: false };
  if (!isOpen) {
    player.getState().addNotice(LMS_NOTICES.absent);
    return;
  }
  // From here on it is ours to end.
  delete window.__authtraceLms;
  const lms = toLms(api);
  let begun = performance.now();
  let isOver = false;

  const given = readHostState(lms.get('cmi.suspend_data'));
  // The platform knows who learns; what this browser has kept may be somebody else's, but for what was
  // checked in this visit.
  const { answers } = given.kind === 'answers' ? given : quiz.getInitialState();
  const { answers: here, lastCheck } = quiz.getState();
  quiz.setState({
    answers: answers.map((answer, i) => (i === lastCheck?.question && here[i]) || answer),
  });
  const mode = lms.get('cmi.core.lesson_mode');
  const isForCredit = mode !== 'browse' && mode !== 'review';
  if (isForCredit && isFurther('incomplete', lms.get('cmi.core.lesson_status')))
    lms.set('cmi.core.lesson_status', 'incomplete');

  const keepPlace = () => {
    const picture = player.getState();
    const [address, short] = [picture, withoutRun(picture)].map((one) => toHash(one, location));
    const { place, state } = toBookmark(address ?? '', short ?? '', quiz.getState().answers);
    lms.set('cmi.core.lesson_location', place);
    // What a later version of the page has left is left alone.
    if (given.kind !== 'later') lms.set('cmi.suspend_data', state);
  };
  // What a browser on a phone hides may never come back.
  const onHide = () => {
    if (isOver || window.document.visibilityState !== 'hidden') return;
    keepPlace();
    lms.commit();
  };
  const end = () => {
    if (isOver) return;
    isOver = true;
    keepPlace();
    lms.set('cmi.core.session_time', formatTimespan(performance.now() - begun));
    // Else a platform may forget what it keeps.
    lms.set('cmi.core.exit', 'suspend');
    lms.commit();
    lms.finish();
  };
  const onReturn = ({ persisted }: PageTransitionEvent) => {
    if (!persisted || !isOver) return;
    begun = performance.now();
    isOver = !lms.begin();
    if (isOver) player.getState().addNotice(LMS_NOTICES.over);
  };

  const stopSteps = whenAtRest(
    player,
    (picture) => toHash(picture, location),
    () => {
      if (!isOver) keepPlace();
    },
  );
  const stopQuiz = onCheck(quiz, () => {
    if (isOver) return;
    keepPlace();
    const isTaken = !isForCredit || reportResult(lms, quiz);
    if (!isTaken) player.getState().addNotice(LMS_NOTICES.refused);
  });
  window.document.addEventListener('visibilitychange', onHide, { signal });
  window.addEventListener('pagehide', end, { signal });
  window.addEventListener('pageshow', onReturn, { signal });
  signal.addEventListener('abort', () => {
    stopSteps();
    stopQuiz();
    end();
  });
}

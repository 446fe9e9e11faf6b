import { create } from 'zustand';

/** What a reader did with one question. */
export interface QuizAnswer {
  /** Index into the options as lesson.json orders them, whatever order is shown. */
  readonly chosen: number | null;
  readonly checked: boolean;
  /** Whether the checked choice was right; `false` until checked. */
  readonly correct: boolean;
  /** Once shown, a hint stays. */
  readonly hintShown: boolean;
}

export interface QuizState {
  /** Orders the options; the prerendered page has 1, each reader then one of their own. */
  readonly shuffleSeed: number;
  /** One for each question, in order. */
  readonly answers: readonly QuizAnswer[];
}

/** What came of a check. */
export interface QuizCheck {
  readonly question: number;
  readonly correct: boolean;
}

/** What is known of a visit and never kept. */
interface QuizVisit {
  /** What was checked last here: what another tab has checked is no deed of this one. */
  readonly lastCheck: QuizCheck | null;
}

export interface QuizVerbs {
  /** Chooses an option; a verdict on another choice goes away. */
  choose(question: number, option: number): void;
  /** Checks the choice against the right option; without a choice nothing happens. */
  check(question: number, rightOption: number): void;
  showHint(question: number): void;
  /** Takes choice and verdict back; the hint stays. */
  tryAgain(question: number): void;
}

/**
 * The right option of each question, as the lesson has them; by number, since its texts come only
 * when the quiz is looked at.
 */
export const RIGHT_OPTIONS: readonly number[] = [0, 1, 2];
export const OPTION_COUNT = 4;
export const PRERENDERED_SEED = 1;

export const UNANSWERED: QuizAnswer = {
  chosen: null,
  checked: false,
  correct: false,
  hintShown: false,
};

/** Creates the store of the quiz, nothing answered. */
export function createQuizProgress() {
  return create<QuizState & QuizVisit & QuizVerbs>()((set, get) => {
    const change = (question: number, toPatch: (answer: QuizAnswer) => Partial<QuizAnswer>) =>
      set(({ answers }) => ({
        answers: answers.map((answer, i) =>
          i === question ? { ...answer, ...toPatch(answer) } : answer,
        ),
      }));
    return {
      shuffleSeed: PRERENDERED_SEED,
      answers: RIGHT_OPTIONS.map(() => UNANSWERED),
      lastCheck: null,
      choose: (question, chosen) =>
        change(question, (answer) =>
          answer.chosen === chosen ? {} : { chosen, checked: false, correct: false },
        ),
      check: (question, rightOption) => {
        const chosen = get().answers[question]?.chosen ?? null;
        if (chosen === null) return;
        const correct = chosen === rightOption;
        change(question, () => ({ checked: true, correct }));
        set({ lastCheck: { question, correct } });
      },
      showHint: (question) => change(question, () => ({ hintShown: true })),
      tryAgain: (question) =>
        change(question, () => ({ chosen: null, checked: false, correct: false })),
    };
  });
}

export type QuizStore = ReturnType<typeof createQuizProgress>;

/** The page's quiz; `useQuizProgress((quiz) => quiz.answers[0])`. */
export const useQuizProgress = createQuizProgress();

/** Counts the questions answered rightly; a number, so that it is safe in a selector. */
export const toCorrectCount = ({ answers }: QuizState): number =>
  answers.filter(({ correct }) => correct).length;

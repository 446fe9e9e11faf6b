import type { RunTelling, StepTelling } from '../../lesson/telling.ts';
import { usePlayer } from '../usePlayer.ts';

/** The step on show, told; the same object as long as it is on show. */
export const useStep = (): StepTelling => usePlayer(({ run, cursor }) => run.telling.at(cursor));

/** What is the same at every step of the run on show. */
export const useRun = (): RunTelling => usePlayer(({ run }) => run.telling.run);

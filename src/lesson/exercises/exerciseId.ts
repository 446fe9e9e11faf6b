import type { Subject } from '../told/question.ts';

/** What an exercise is about, and all that is needed to make it again. */
export interface ExercisePoint {
  readonly scenarioId: string;
  readonly step: number;
  readonly subject: Subject;
}

/** What can be asked for, by its name in an address. */
const SUBJECTS: Readonly<Record<string, Subject>> = {
  entry: { about: 'entry' },
  left: { about: 'left' },
  password: { about: 'password' },
  step: { about: 'step' },
  sessionStore: { about: 'variable', variable: 'sessionStore' },
  sessionStoreB: { about: 'variable', variable: 'sessionStoreB' },
  sessionCookie: { about: 'variable', variable: 'sessionCookie' },
  token: { about: 'variable', variable: 'token' },
  'session-cell': { about: 'cell', lane: 'session' },
  'token-cell': { about: 'cell', lane: 'token' },
};

function toName(subject: Subject): string {
  if (subject.about === 'variable') return subject.variable;
  if (subject.about === 'count') return `${subject.lane}-${subject.count}`;
  return subject.about === 'cell' ? `${subject.lane}-cell` : subject.about;
}

/** Writes what an exercise is about for an address, e.g. `stolen-then-logout.8.entry`. */
export const formatExerciseId = ({ scenarioId, step, subject }: ExercisePoint): string =>
  `${scenarioId}.${step}.${toName(subject)}`;

/** Reads it from any text; `null` for what is none. Whether there is such a run or step it does not know. */
export function parseExerciseId(text: string): ExercisePoint | null {
  const found = /^([a-z0-9-]{1,60})\.([1-9][0-9]{0,2})\.([A-Za-z-]{1,20})$/.exec(text);
  const [, scenarioId = '', step, name = ''] = found ?? [];
  const subject = Object.hasOwn(SUBJECTS, name) ? SUBJECTS[name] : undefined;
  return found && subject ? { scenarioId, step: Number(step), subject } : null;
}

import { useEffect, useRef, useState } from 'react';
import { SETTINGS_TEXTS } from '../../../lesson/texts/panels/settings.ts';
import type { Read, TypedProblem } from '../../../player/whatIf/readSetting.ts';
import { isSame } from './isSame.ts';

/** How long a typed text rests before it is read, in ms. */
export const REST_MS = 350;

interface DraftOptions<T> {
  /** The setting, as the run on the screen has it. */
  readonly value: T;
  readonly format: (value: T) => string;
  readonly read: (text: string) => Read<T>;
  /** Resolves to what kept it from being applied, or to `null`. */
  readonly apply: (value: T) => Promise<string | null>;
}

/** As many characters as a field takes: no setting has as many, and a browser lays out all of them. */
export const MAX_TYPED = 200_000;

/** A text between the keyboard and a setting. */
export interface Draft {
  readonly text: string;
  readonly problem: TypedProblem | null;
  readonly change: (text: string) => void;
  /** Reads and applies the text now. */
  readonly settle: () => void;
  /** Settles; while a button is pressed after a rest, as what is beneath would move away from under it. */
  readonly leave: () => void;
  /** Takes the setting's text back in place of the typed one. */
  readonly revert: () => void;
}

/**
 * Holds the text of a field. What can be read becomes the setting after a short rest; what cannot
 * stays as it was typed, with the reason, whatever happens to the setting meanwhile.
 */
export function useDraft<T>({ value, format, read, apply }: DraftOptions<T>): Draft {
  const [text, setText] = useState(() => format(value));
  const [problem, setProblem] = useState<TypedProblem | null>(null);
  const [seen, setSeen] = useState(value);
  const [isOpen, setOpen] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(text);

  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    latest.current = text;
  }, [text]);

  // The setting was changed from elsewhere: the text follows, unless somebody is at work on it.
  if (seen !== value) {
    setSeen(value);
    const result = read(text);
    const says = 'value' in result && isSame(result.value, value);
    if (says) setProblem(null);
    else if (!isOpen && problem === null) setText(format(value));
  }

  const settle = async () => {
    clearTimeout(timer.current);
    const typed = latest.current;
    const result = read(typed);
    if ('problem' in result) {
      setProblem(result.problem);
      return;
    }
    const failure = isSame(result.value, value) ? null : await apply(result.value);
    // Whoever types on will be heard.
    if (latest.current !== typed) return;
    setProblem(failure === null ? null : { message: failure });
    setOpen(failure !== null);
  };

  // The timer outlives the render that started it; what it calls must not.
  const settleNow = useRef(settle);
  useEffect(() => {
    settleNow.current = settle;
  });

  const rest = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void settleNow.current(), REST_MS);
  };

  return {
    text,
    problem,
    leave: () => {
      if (!isOpen) return;
      if (document.querySelector(':active')) rest();
      else void settle();
    },
    change: (typed) => {
      if (typed.length > MAX_TYPED) {
        setProblem({ message: SETTINGS_TEXTS.sayTooLong(typed.length, MAX_TYPED) });
        return;
      }
      latest.current = typed;
      setText(typed);
      setOpen(true);
      if (problem && 'value' in read(typed)) setProblem(null);
      rest();
    },
    settle: () => {
      if (isOpen) void settle();
    },
    revert: () => {
      clearTimeout(timer.current);
      latest.current = format(value);
      setText(latest.current);
      setProblem(null);
      setOpen(false);
    },
  };
}

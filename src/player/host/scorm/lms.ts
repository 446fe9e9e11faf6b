/** What the package's own script has found before the page was shown, until it is taken over; see build/scorm12/lms.js. */
export interface FoundLms {
  /** The API of the learning platform, whatever it is; `null`: there is none. */
  readonly api: unknown;
  /** Whether the platform has begun a session with the page. */
  readonly isOpen: boolean;
}

declare global {
  interface Window {
    __authtraceLms?: FoundLms;
  }
}

/** A session with a learning platform, of which no call throws. */
export interface Lms {
  /** Begins again; tells whether the platform did. */
  begin(): boolean;
  /** Reads an element of the data model; empty when it is not set, or the platform does not have it. */
  get(element: string): string;
  /** Sets an element; tells whether the platform took it. */
  set(element: string, value: string): boolean;
  commit(): boolean;
  finish(): void;
}

/** Wraps the API of a learning platform. @see SCORM 1.2 Run-Time Environment, section 3.3 */
export function toLms(api: unknown): Lms {
  const call = (name: string, ...values: readonly string[]): string => {
    try {
      // As a method of its own object, which may be of another window, or no object of scripts at all.
      const answer: unknown = (api as Record<string, (...values: readonly string[]) => unknown>)[
        name
      ]?.(...values);
      return answer === undefined || answer === null ? '' : String(answer);
    } catch {
      return '';
    }
  };
  const isDone = (answer: string) => answer === 'true';
  return {
    begin: () => isDone(call('LMSInitialize', '')),
    get: (element) => call('LMSGetValue', element),
    set: (element, value) => isDone(call('LMSSetValue', element, value)),
    commit: () => isDone(call('LMSCommit', '')),
    finish: () => void call('LMSFinish', ''),
  };
}

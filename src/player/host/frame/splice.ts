import { drawSeed } from '../../kept/drawSeed.ts';
import { getOwn } from '../../kept/parseVersioned.ts';
import type { ParentWindow } from './parentWindow.ts';

/** What a frame says to a course page that speaks SPLICE; one that does not hears nothing in it. */
export interface Splice {
  /** Asks for the state that was reported last; calls back once, with whatever the parent says it was. */
  getState(take: (state: unknown) => void): void;
  /** Reports a score of 0 to 1. */
  reportScoreAndState(score: number, state: object): void;
  sendEvent(name: string, data: object): void;
}

/** Begins to speak SPLICE. @see https://cssplice.org/slcp/iframe-protocol-specification.html */
export function speakSplice(parent: ParentWindow): Splice {
  const visit = drawSeed().toString(36);
  let said = 0;
  const tell = (subject: string, content: object = {}): string => {
    said += 1;
    const id = `authtrace-${visit}-${said}`;
    parent.tell({ subject: `SPLICE.${subject}`, message_id: id, ...content });
    return id;
  };
  return {
    getState: (take) => {
      let asked: string | null = null;
      parent.hear((data) => {
        const isAnswer =
          asked !== null &&
          getOwn(data, 'subject') === 'SPLICE.getState.response' &&
          getOwn(data, 'message_id') === asked;
        if (!isAnswer) return;
        asked = null;
        take(getOwn(data, 'state'));
      });
      asked = tell('getState');
    },
    reportScoreAndState: (score, state) => void tell('reportScoreAndState', { score, state }),
    sendEvent: (name, data) => void tell('sendEvent', { name, data }),
  };
}

import type { Strategy } from '../../sim/strategy.ts';
import type { Frame } from '../../sim/trace.ts';
import type { WalkKind } from '../book.ts';
import type { RichText } from '../richText.ts';
import { sayEndToken, sayToldLogout, sayWaitSession, sayWaitToken } from './afterNarration.ts';
import type { Amendment } from './amendment.ts';
import { sayCreateSession, sayCreateToken, sayLogin, sayRespondToken } from './loginNarration.ts';
import { sayAnswer, sayVerify, sayWholeRequest } from './requestNarration.ts';

type Table = Readonly<Partial<Record<WalkKind, Amendment>>>;

const TABLES: Readonly<Record<Strategy, Table>> = {
  session: {
    'login.create': sayCreateSession,
    'login.whole': sayLogin('session'),
    'request.verify': sayVerify('session'),
    'request.respond': sayAnswer('session'),
    'request.whole': sayWholeRequest('session'),
    'wait.pass': sayWaitSession,
  },
  token: {
    'login.create': sayCreateToken,
    'login.respond': sayRespondToken,
    'login.whole': sayLogin('token'),
    'request.verify': sayVerify('token'),
    'request.respond': sayAnswer('token'),
    'request.whole': sayWholeRequest('token'),
    'logout.request': sayToldLogout,
    'logout.whole': sayToldLogout,
    'wait.pass': sayWaitToken,
    'end.rest': sayEndToken,
  },
};

/** Says a step of the walk's kinds where a run goes beyond the walk; `null` where its words are right. */
export function amendNarration(frame: Frame, strategy: Strategy): RichText | null {
  const amendment = TABLES[strategy][frame.kind as WalkKind];
  return amendment?.(frame[strategy]) ?? null;
}

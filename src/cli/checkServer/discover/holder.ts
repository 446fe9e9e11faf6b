import type { GivenToken } from '../credential/tokens.ts';
import type { Visitor, VisitReply } from '../wire/visitor.ts';

/** Somebody who has logged in, with what it brought. */
export interface Holder {
  readonly visitor: Visitor;
  /** The answer to the login itself. */
  readonly reply: VisitReply;
  readonly tokens: readonly GivenToken[];
  /** The token that is presented; `null` where cookies are. */
  readonly token: string | null;
  /** Where redirects after the login ended, where they had to be followed for what it brings. */
  readonly landing: VisitReply | null;
}

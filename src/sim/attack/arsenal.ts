import type { ActionOf, Visit } from '../action.ts';
import type { CredentialFields, Page } from '../client/client.ts';
import type { PageSide } from '../client/pageFetch.ts';
import type { CheckCopy } from '../lanes/lane.ts';
import type { Recorder } from '../lanes/recorder.ts';
import type { Message } from '../message.ts';
import type { IdleReason } from '../outcome.ts';
import type { Settings } from '../settings.ts';
import type { ClientState } from '../state.ts';

/** A credential made by an attacker, or why there is none of that kind in this lane. */
export type Made = { readonly credential: string } | { readonly idle: IdleReason };

/** What a lane's credential is, in the hands of whoever attacks it. */
export interface Arsenal {
  /** Returns the credential that a client holds, e.g. the cookie's value; `null` without one. */
  hold(client: ClientState, settings: Settings): string | null;
  /** Returns all that somebody with access to the device copies. */
  copyAll(client: ClientState, settings: Settings): readonly string[];
  /** Returns what a script in the client's page can read. */
  readByScript(client: ClientState, settings: Settings): readonly string[];
  /** Returns the one of the stolen things that opens pages; the latest. */
  pickStolen(stolen: readonly string[]): string | null;
  /** Returns the stolen refresh token, the latest, or why there is none to send. */
  pickRefreshToken(stolen: readonly string[], settings: Settings): Made;
  /** Returns the header field in which a credential is sent. */
  toFields(credential: string, settings: Settings): CredentialFields;
  tamper(credential: string, part: ActionOf<'tamper'>['part']): Made;
  forge(recorder: Recorder, how: ActionOf<'forge'>['how']): Promise<Made>;
  /** Runs the server's side of a visit, `x.verify` and `x.respond`; with a page, its browser takes the cookies. */
  answer(recorder: Recorder, request: Message, visit: Visit, page?: Page | null): Promise<void>;
  /** The user's page and its server, for a script in that page. */
  readonly page: PageSide;
  readonly checkCopy: CheckCopy;
}

import type { LoginShape } from './discover/found.ts';
import { toPlaceAt } from './target.ts';

/** What the command line says. `null`: to be found out at the server. */
export interface CheckSettings {
  /** Its path stands before all that are not given as addresses; it ends without a slash. */
  readonly server: URL;
  readonly username: string;
  readonly password: string;
  readonly loginUrl: URL | null;
  readonly loginAs: LoginShape['as'] | null;
  readonly usernameField: string | null;
  readonly passwordField: string | null;
  /** Members that the login wants besides name and password. */
  readonly more: Readonly<Record<string, string>>;
  /** Where a page or an answer holds a CSRF token. */
  readonly csrfUrl: URL | null;
  /** Of the pages that the server lets in: `null` for its own, `none` for no Origin at all. */
  readonly origin: string | null;
  readonly profileUrl: URL | null;
  readonly profileMethod: 'GET' | 'POST' | null;
  /** Of GraphQL. */
  readonly profileQuery: string | null;
  readonly logoutUrl: URL | null;
  readonly logoutMethod: 'GET' | 'POST' | 'DELETE' | null;
  readonly logoutQuery: string | null;
  readonly cookieName: string | null;
  /** Name of the token's member in the login's answer; dots lead into inner objects. */
  readonly tokenField: string | null;
  /** `Bearer`, `JWT`, … before the token, or the name of another header than Authorization. */
  readonly tokenAs: string | null;
  /** The header that takes the token, with the word of `tokenAs` before it, if there is one. */
  readonly tokenHeader: string | null;
  /** Whether each request says that a proxy ended https before the server. */
  readonly forwardedProto: boolean;
  /** A page that takes its time; asked before a logout and read after it. */
  readonly slowUrl: URL | null;
  /** The owner's own signing secrets: what is forged with one is no finding. */
  readonly ownSecrets: readonly string[];
  /** More signing secrets to guess. */
  readonly secrets: readonly string[];
  /** What the server verifies with, in PEM or as JWK. */
  readonly publicKey: string | null;
  /** Milliseconds for one exchange. */
  readonly timeout: number;
  /** Milliseconds to wait for a server that does not listen yet, or for a token to end. */
  readonly waitMs: number;
}

/** Returns the address of a path at the server. */
export const toUrl = ({ server }: Pick<CheckSettings, 'server'>, path: string): URL =>
  toPlaceAt(server, path);

/** How the servers are asked; the defaults are those of the reference servers. */
export interface CheckSettings {
  readonly loginPath: string;
  readonly profilePath: string;
  readonly logoutPath: string;
  readonly usernameField: string;
  readonly passwordField: string;
  /** Name of the token's member in the login's answer; dots lead into inner objects. */
  readonly tokenField: string;
  readonly username: string;
  readonly password: string;
  /** `null`: found out at the login. */
  readonly cookieName: string | null;
  /** Milliseconds for one exchange. */
  readonly timeout: number;
}

/** What is asked of which servers; at least one is there. */
export interface CheckOrder {
  readonly session: URL | null;
  readonly token: URL | null;
  readonly settings: CheckSettings;
  readonly json: boolean;
}

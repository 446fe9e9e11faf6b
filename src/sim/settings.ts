/** Everything that a Scenario fixes before its first Action; plain JSON. */
export interface Settings {
  /** True time at frame 0, NumericDate seconds. */
  readonly start: number;
  /** Seed of all random values (session IDs …). */
  readonly seed: string;
  /** Origin of page and server. */
  readonly origin: string;
  readonly user: { readonly id: string; readonly username: string; readonly password: string };
  readonly session: SessionSettings;
  readonly token: TokenSettings;
}

export interface SessionSettings {
  /** UTF-8 texts; the first signs, all verify. */
  readonly secrets: readonly string[];
  /** Seconds until the record and the cookie expire; `null`: a browser session. */
  readonly lifetime: number | null;
  readonly httpOnly: boolean;
  readonly secure: boolean;
  /** `null`: the attribute is not sent. */
  readonly sameSite: 'lax' | 'strict' | 'none' | null;
  readonly rolling: boolean;
  readonly saveUninitialized: boolean;
  /** Whether login makes a new session ID. */
  readonly regenerate: boolean;
  readonly destroyAtLogout: boolean;
  readonly clearCookieAtLogout: boolean;
}

export interface TokenSettings {
  /** UTF-8 text, at least 32 bytes for HS256 by RFC 7518 section 3.2. */
  readonly secret: string;
  /** Seconds from iat to exp. */
  readonly lifetime: number;
  readonly keptIn: 'memory' | 'localStorage';
}

/** The settings of the walk, from which every other Scenario says what it changes. */
export const DEFAULT_SETTINGS: Settings = {
  start: Date.UTC(2026, 0, 1, 12, 0, 0) / 1000,
  seed: 'authtrace',
  origin: 'http://localhost:3000',
  user: { id: 'abc123', username: 'ada', password: 'correct horse' },
  session: {
    secrets: ['demo secret that signs the session cookie'],
    lifetime: 900,
    httpOnly: true,
    secure: false,
    sameSite: 'lax',
    rolling: false,
    saveUninitialized: false,
    regenerate: true,
    destroyAtLogout: true,
    clearCookieAtLogout: true,
  },
  token: {
    secret: 'demo secret that signs the access token',
    lifetime: 900,
    keptIn: 'localStorage',
  },
};

import type { JsonObject } from './bytes/json.ts';

/** Everything that a Scenario fixes before its first Action; plain JSON. */
export interface Settings {
  /** True time at frame 0, NumericDate seconds. */
  readonly start: number;
  /** Seed of all random values (session IDs …). */
  readonly seed: string;
  /** Origin of page and server. */
  readonly origin: string;
  readonly user: UserSettings;
  readonly session: SessionSettings;
  readonly token: TokenSettings;
  // Absent below means the walk's own: one server, fixed secrets, nothing more known of the user.
  /** What the application knows of the user: the record's data, or claims in the token. */
  readonly payload?: JsonObject;
  /** Where the page comes from, when that is not the server's own origin; absent: it is. */
  readonly frontEnd?: FrontEnd;
  /** How the servers tell whose page a form is of, where the browser adds the credential by itself; absent: they do not. */
  readonly csrf?: (typeof CSRF_CHECKS)[number];
  /** `blocked`: the browsers send and keep none where a page of another site fetches; absent: they do. */
  readonly thirdPartyCookies?: 'blocked';
  /** A proxy at which TLS ends: to the servers behind it all comes by http; absent: there is none. */
  readonly tlsProxy?: TlsProxy;
  /** The second server behind the same address, in what it differs; absent: there is one server. */
  readonly second?: SecondServer;
  /** Whether both servers use one store (and deny-list, and refresh tokens). */
  readonly sharedStore?: boolean;
  /** Seconds that the first server's clock is ahead of the true time. */
  readonly clockOffset?: number;
  /** `random`: a server draws its secrets each time that it starts. */
  readonly secretAtBoot?: 'fixed' | 'random';
  /** Whether answers say `Cache-Control: no-store`; they do when left out. */
  readonly noStore?: boolean;
}

export interface UserSettings {
  readonly id: string;
  readonly username: string;
  readonly password: string;
  /** Role in the users' database; when given, a token carries it as the claim `role`. */
  readonly role?: 'user' | 'admin';
}

export const CREDENTIALS_MODES = ['omit', 'same-origin', 'include'] as const;
/** Whether a fetch sends the browser's cookies and keeps those of its answer. @see Fetch, "credentials mode" */
export type CredentialsMode = (typeof CREDENTIALS_MODES)[number];

export const CORS_ANSWERS = ['none', 'any', 'other', 'origin', 'credentials'] as const;

/** A page on another origin than its server, and what lets the two talk. */
export interface FrontEnd {
  /** The page's origin. */
  readonly origin: string;
  /** What the page's code says to fetch, where the browser keeps the credential; for a bearer token it says `omit`. */
  readonly credentials: CredentialsMode;
  /**
   * What the server says to the browser: nothing, any origin (`*`), another one than the page's,
   * the page's, or the page's with Access-Control-Allow-Credentials.
   */
  readonly cors: (typeof CORS_ANSWERS)[number];
}

/**
 * By a field that browsers write and no page can, or by a token that is in the server's own forms and
 * that no other site can read. @see OWASP Cross-Site Request Forgery Prevention Cheat Sheet
 */
export const CSRF_CHECKS = ['origin', 'fetchSite', 'token'] as const;

/** A proxy that speaks https with browsers, where the address is https, and http with the servers. */
export interface TlsProxy {
  /** It tells the server by X-Forwarded-Proto what it speaks with the browser. */
  readonly tells: boolean;
  /** The server believes it: `trust proxy`. */
  readonly trusted: boolean;
}

/** The second server. What is left out is as on the first. */
export interface SecondServer {
  readonly clockOffset?: number;
  readonly sessionSecrets?: readonly string[];
  readonly tokenSecret?: string;
  /** It is another service: its tokens are for this audience, and no other is let in. */
  readonly tokenAudience?: string;
}

export interface SessionSettings {
  /**
   * `store`, the default: the cookie holds an ID, the data is on the server. `cookie`: the data itself
   * is in a signed cookie, and no server keeps anything. @see cookie-session
   */
  readonly dataIn?: 'store' | 'cookie';
  /** UTF-8 texts; the first signs, all verify. */
  readonly secrets: readonly string[];
  /** Seconds until the record and the cookie expire; `null`: a browser session. */
  readonly lifetime: number | null;
  readonly httpOnly: boolean;
  /** `auto`: as the request came to the server, by https or not. */
  readonly secure: boolean | 'auto';
  /** `null`: the attribute is not sent. */
  readonly sameSite: 'lax' | 'strict' | 'none' | null;
  /** The cookie's name; `connect.sid` when left out. */
  readonly cookieName?: string;
  /** Domain of the session's cookie, and of a token's; left out: only the host that sets it gets it back. */
  readonly cookieDomain?: string;
  /** The Domain that the program sets which each restart brings: a new version; empty: none. */
  readonly nextCookieDomain?: string;
  readonly rolling: boolean;
  readonly saveUninitialized: boolean;
  /** Whether login makes a new session ID. */
  readonly regenerate: boolean;
  readonly destroyAtLogout: boolean;
  readonly clearCookieAtLogout: boolean;
  /** What clears a cookie repeats the attributes that it was set with; else it says its name and Path alone. */
  readonly clearsWithAttributes?: boolean;
  /** Whether every request writes its session back, also one that changed nothing; `false` when left out. */
  readonly resave?: boolean;
  /** Whether each page that the user asks for writes into the session: it counts the visits. */
  readonly countsVisits?: boolean;
  /** A bug to look at: `cookie.expires` is a date that each process works out once, as it starts. */
  readonly expiresAtBoot?: boolean;
  /** A bug to look at: `maxAge` is handed over in seconds, where express-session reads milliseconds. */
  readonly maxAgeInSeconds?: boolean;
  /** Seconds from the login on after which a session ends, however much it is used; absent or 0: it has no such end. */
  readonly absoluteLifetime?: number;
  /** Login copies the user's role into the record, and no request looks the user up. */
  readonly copiesUser?: boolean;
  /** A changed password ends all sessions of the user. */
  readonly endAllAtPasswordChange?: boolean;
  /** `memory`, the default: a restart forgets all. `persistent`: a database that survives. */
  readonly store?: 'memory' | 'persistent';
  /**
   * Milliseconds that a store outside of the process takes for one call; it answers at once when left
   * out. A run's clock has whole seconds and stands still while a request is answered, so that this
   * ends no session. A deny-list and refresh tokens are in that store only by `inSessionStore`.
   */
  readonly storeLatencyMs?: number;
}

export interface TokenSettings {
  /** UTF-8 text, at least 32 bytes for HS256 by RFC 7518 section 3.2. */
  readonly secret: string;
  /** Seconds from iat to exp. */
  readonly lifetime: number;
  /** `cookie`: HttpOnly, with the session's Secure and SameSite; the server sets it and reads it. */
  readonly keptIn: 'memory' | 'localStorage' | 'cookie';
  /** The name of that cookie; `token` when left out. */
  readonly cookieName?: string;
  /** Seconds of clock difference that exp and nbf forgive. */
  readonly leeway?: number;
  /** The claim `aud`, written into every token and demanded of it; left out: neither. */
  readonly audience?: string;
  /** The claim `iss`, in the same way. */
  readonly issuer?: string;
  /** Seconds from iat to nbf, before which no server takes the token; left out: there is no nbf. */
  readonly notBefore?: number;
  /** Tokens carry a jti, and POST /logout puts it on a list that every request asks. */
  readonly denyList?: boolean;
  /**
   * Where sessions are outside of the process: deny-list and refresh tokens are in the same store, down
   * with it and as slow. Left out: in another database, which survives and is shared as it is, and
   * which always answers at once.
   */
  readonly inSessionStore?: boolean;
  /** Each request looks up since when the user's tokens hold, and refuses one with an earlier iat. */
  readonly comparesIat?: boolean;
  /** What the verifier accepts; `['HS256']` when left out. The server always signs HS256. */
  readonly algorithms?: readonly HmacAlgorithm[];
  /**
   * For demonstration only: `naive` believes whatever the token's own header says, `none` included;
   * `decode` reads the token where it should verify it, and checks nothing.
   */
  readonly verifier?: (typeof VERIFIERS)[number];
  /** Tokens name their key (`kid`), so that several secrets can overlap. */
  readonly kid?: boolean;
  /** A bug to look at: `expiresIn` is a text without a unit, which jsonwebtoken reads as milliseconds. */
  readonly expiresInAsText?: boolean;
  /** Tokens have no exp, so nothing ends them by itself. */
  readonly noExp?: boolean;
  /** Access tokens say by `typ: at+jwt` that they are, and nothing else opens pages. */
  readonly checkTyp?: boolean;
  /** Seconds that a refresh token lives; left out: there are none. */
  readonly refreshLifetime?: number;
  /** A bug to look at: the rotation reads a refresh token, and writes afterwards that it is used up. */
  readonly refreshReadsFirst?: boolean;
  /** Seconds in which a refresh token that was used may be used once more; none when left out. */
  readonly refreshGrace?: number;
  /**
   * The refresh token is in an HttpOnly cookie of its own, which is sent to its route alone; left out:
   * it comes in the body, and the page's code keeps it.
   */
  readonly refreshInCookie?: boolean;
  /** `opaque`, the default: random bytes. `jwt`: signed with the access tokens' own secret. */
  readonly refreshFormat?: 'opaque' | 'jwt';
}

/** `library`, the default, is the one that a server should have. @see RFC 8725 section 3 */
export const VERIFIERS = ['library', 'naive', 'decode'] as const;

export const HMAC_ALGORITHMS = ['HS256', 'HS384', 'HS512'] as const;
export type HmacAlgorithm = (typeof HMAC_ALGORITHMS)[number];

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

/** A second server's own demo secrets, where it does not have the first one's. */
export const SECOND_SECRETS = {
  sessionSecrets: ['another demo secret that signs the session cookie'],
  tokenSecret: 'another demo secret that signs the access token',
} as const;

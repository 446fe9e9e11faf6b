import type { TokenParts } from '../credential/jwt.ts';

/** `session`: a cookie with an ID. `data`: a cookie that holds the session itself. Tokens: JWT, or opaque. */
export const KINDS = ['session', 'data', 'token cookie', 'bearer', 'opaque'] as const;
export type Kind = (typeof KINDS)[number];

/** How a body is written; a form with files is sent in parts. */
export const LOGIN_WAYS = ['json', 'form', 'multipart'] as const;

/** Where JSON:API has what a body is about. */
export const IN_JSON_API = /^data\.attributes\./;

/** A page before that of the password, which asks for the name alone. */
export interface NameStep {
  readonly usernameField: string;
  /** Whose name, where a body has none. */
  readonly username: string;
}

/** What is asked of a GraphQL server after the login, the likeliest first. */
export interface GraphQueries {
  readonly profiles: readonly string[];
  readonly logouts: readonly string[];
}

/** How a login is asked for. */
export interface LoginShape {
  readonly url: URL;
  readonly as: (typeof LOGIN_WAYS)[number];
  /** The page with the form, fetched before each login for what is hidden in it. */
  readonly page: URL | null;
  /** What `page` asks for before the page with the password comes; `null`: it has the password itself. */
  readonly step: NameStep | null;
  readonly usernameField: string;
  readonly passwordField: string;
  /** `null`: it is no GraphQL. */
  readonly graph: GraphQueries | null;
  /** Other members that the login wants. */
  readonly more: Readonly<Record<string, string>>;
  /** Pages that bring a CSRF token; empty where none is asked for. */
  readonly csrfPages: readonly URL[];
  /** The member of the answer that is the token, whatever it looks like; `null`: its look tells. */
  readonly tokenField: string | null;
}

/** How the credential travels. */
export type Carrier =
  | {
      readonly in: 'cookie';
      readonly name: string;
      /** All cookies that the profile needs, with a signature's own. */
      readonly all: readonly string[];
      /** The cookies that make one JWT together, in its order; `null` where one holds it all. */
      readonly split: readonly string[] | null;
    }
  | {
      readonly in: 'header';
      readonly header: string;
      /** Stands before the token; empty for none. */
      readonly scheme: string;
      /** The member of the login's answer that held the token. */
      readonly field: string;
    };

export interface ProfileShape {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  /** Of GraphQL. */
  readonly query?: string | undefined;
}

export interface LogoutShape {
  readonly url: URL;
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Of GraphQL. */
  readonly query?: string | undefined;
  /** Whether it wants the tokens of the login in its body. */
  readonly withTokens: boolean;
  /** The page that offers it, fetched before each logout for what is in it; `null`: it stands on none. */
  readonly page: URL | null;
}

/** What made the credential, as far as its form tells: for advice that fits. */
export type Library =
  | 'express-session'
  | '@fastify/session'
  | 'cookie-session'
  | 'koa-session'
  | 'iron-session';

/** All that was found out, as data. */
export interface Found {
  readonly login: LoginShape;
  readonly carrier: Carrier;
  /** Whether the token opens the profile without any cookie; `false` where cookies carry the login. */
  readonly isTokenEnough: boolean;
  readonly kind: Kind;
  readonly library: Library | null;
  readonly profile: ProfileShape;
  /** `null`: none is known yet, or there is none. */
  readonly logout: LogoutShape | null;
  readonly forwardedProto: boolean;
  /** Whether it takes what is posted only with the header of scripts. */
  readonly wantsScript: boolean;
  /** The Origin that the server lets in: `null` for its own, `none` for none at all. */
  readonly origin: string | null;
  /** The parts of the token that carries the login; `null` for all that is no JWT. */
  readonly jwt: TokenParts | null;
}

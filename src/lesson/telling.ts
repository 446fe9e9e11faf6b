/*
 * All that a page can say or draw of a run, one phrase a field, plain JSON. tell.ts makes it; the
 * panels, the command line and the exports show it, and look into nothing else of a run.
 */
import type { Action } from '../sim/action.ts';
import type { LaneCounts, RequestCost } from '../sim/counts.ts';
import type { HeaderField } from '../sim/message.ts';
import type { Scenario } from '../sim/scenario.ts';
import type { StepKind } from '../sim/stepKind.ts';
import type { Strategy } from '../sim/strategy.ts';
import type { CodeMark } from './texts/http/codeFiles.ts';
import type { TermId } from './texts/terms/terms.ts';

/** A run, told: once for all of it, and for each step when somebody looks at that one. */
export interface Telling {
  readonly run: RunTelling;
  /** Returns what there is to say of a step, the same object each time. @throws RangeError for a step that the run does not have. */
  at(step: number): StepTelling;
}

/** A Telling as JSON: what the walk's is made into when the page is built. */
export interface WrittenTelling {
  readonly run: RunTelling;
  readonly steps: readonly StepTelling[];
}

/** What a value has for each lane. */
export type PerLane<T> = Readonly<Record<Strategy, T>>;

/** A sentence in parts: plain words, computed values that are set in code type, and words that the glossary explains. */
export type RichText = readonly (string | { readonly code: string } | TermWord)[];

/** A word, and the entry of the glossary that it opens. */
export interface TermWord {
  readonly term: TermId;
  readonly text: string;
}

/**
 * How something came out, for its look. The user's own requests are `allowed` or `denied`; what
 * somebody else tries is a `breach`, or was `held`; `rest`: nothing was tried.
 */
export type Tone = 'allowed' | 'denied' | 'breach' | 'held' | 'rest' | 'busy';

/** The variables of the tracker; `sessionStoreB` where server B has a store of its own. */
export type Variable = 'sessionStore' | 'sessionStoreB' | 'sessionCookie' | 'token';

/* ------------------------------------------------------------------------------------ the run */

/** What is the same at every step of a run. */
export interface RunTelling {
  /** Its ID, title, question, settings and Actions. */
  readonly scenario: Scenario;
  readonly lastStep: number;
  /** It is the lesson's walk, whole and under its own settings. */
  readonly isWalk: boolean;
  /** Who stands around client, wire and server, so that there is room for them at each step. */
  readonly around: readonly AroundPart[];
  /** The tracker's rows, in their order, each with its name. */
  readonly variables: readonly (readonly [variable: Variable, name: string])[];
  /** The tracker's columns. */
  readonly checkpoints: readonly Checkpoint[];
  /**
   * The step at which it is decided what answers the question; `null` for the walk and for a run of
   * one's own.
   */
  readonly decides: number | null;
  /** The step before which the question is put: the first whose words could tell the answer. */
  readonly asks: number | null;
  /** The step of the same Action that has the answer: where a server decides, when it answers. */
  readonly answers: number | null;
  /** In what the run's servers differ from the code that is shown, a sentence each; `null` where they do not. */
  readonly codeDifferences: PerLane<string | null> & { readonly both: string | null };
  /** What each request for a page takes, by the run's last one; `null` where none brought a credential. */
  readonly perRequest: PerLane<RequestCost | null>;
  /** What the run has come to in each lane. */
  readonly result: PerLane<ResultTelling>;
  /** The badge of the last Action in each lane. */
  readonly end: PerLane<string>;
  /** The steps at which most is said in each lane at once, and as a whole: for that there is room at every step. */
  readonly longest: PerLane<{ readonly lead: number; readonly whole: number }>;
}

/** What a run has come to in a lane. */
export interface ResultTelling {
  /** On the scale of what others try; `null` where nobody tried anything. */
  readonly badge: Badge | null;
  /** Who got in, if anybody did, and what is left. */
  readonly sentence: RichText;
}

/** Somebody who should not be there, further browsers of the user, a second server, the users' database. */
export type AroundPart = 'outsider' | 'browsers' | 'second' | 'users';

/** A column of the tracker: after which step it looks, and what it is called. */
export interface Checkpoint {
  readonly step: number;
  readonly title: string;
}

/* ----------------------------------------------------------------------------------- the step */

/** What there is to say of one step. */
export interface StepTelling {
  readonly step: number;
  readonly kind: StepKind;
  /** Index of its Action in the run; -1 at the start. */
  readonly actionIndex: number;
  /** What the step is called: the Action cell of its row. */
  readonly title: string;
  /** It is the user who acts. */
  readonly isUsers: boolean;
  /** The simulated clock, e.g. `12:00:00`, with the date when that is not the first one. */
  readonly clock: string;
  readonly row: RowTelling;
  readonly session: LaneTelling;
  readonly token: LaneTelling;
  /** Who holds what after the step. */
  readonly holders: readonly Holding[];
  /** What the tracker shows of each variable. */
  readonly variables: Readonly<Record<Variable, string>>;
  /** Which of them have another value, or another holder, than a step before. */
  readonly changed: readonly Variable[];
  /** The same in full. */
  readonly values: ValuesTelling;
  /** Its line in the read-through; the start has none. */
  readonly transcript: TranscriptLine | null;
  /** The run's Actions around this one; `null` for the walk, which has a flow of its own. */
  readonly flow: FlowTelling | null;
  /** What each lane has cost up to here. */
  readonly counts: PerLane<CountsTelling>;
  /** What can be tried out from here. */
  readonly possible: PossibleActions;
}

/** A row of the execution table, without its number. */
export interface RowTelling {
  readonly action: string;
  readonly session: CellTelling;
  readonly token: CellTelling;
  readonly result: string;
}

/** A lane's cell: its words, and the computed fact behind them. */
export interface CellTelling {
  readonly text: string;
  readonly detail: string | null;
}

/** One lane's step. */
export interface LaneTelling {
  /** How it ended, in a word or two. */
  readonly badge: Badge;
  /** What the step answers to the question that a Scenario asks. */
  readonly answer: Badge;
  /** What happened and why. */
  readonly sentence: RichText;
  /** How many of its parts the stage says at once; the others answer “Why?”. */
  readonly lead: number;
  readonly stage: StageTelling;
  readonly messages: readonly MessageTelling[];
  /** What the browser's console says of them, word for word; `null` for nothing. */
  readonly console: string | null;
  /** The lines of the shown code that act. */
  readonly code: readonly CodeMark[];
}

export interface Badge {
  readonly word: string;
  readonly tone: Tone;
}

/* ---------------------------------------------------------------------------------- the stage */

/** What a lane's stage shows. */
export interface StageTelling {
  /** The credential on the move or at rest; `null` where there is none, and where the wire's cargo is it. */
  readonly credential: StageCredential | null;
  readonly client: ClientTelling;
  /** What a copy of what the client has dropped would get, where nobody is known to have one; else `null`. */
  readonly ghost: GhostTelling | null;
  readonly wire: WireTelling;
  readonly server: ServerTelling;
  /** The attacker, or the page of another site; `null` where the run has none. */
  readonly outsider: OutsiderTelling | null;
  /** The user's further browsers and devices. */
  readonly browsers: readonly BrowserTelling[];
  readonly second: SecondServerTelling | null;
  readonly users: UsersTelling | null;
}

/** Where the credential is: at an actor, or on its way. */
export type CredentialPlace = 'client' | 'request' | 'response' | 'server';

/** The credential as one thing, wherever it is. */
export interface StageCredential {
  readonly label: string;
  readonly place: CredentialPlace;
  /** The client has just thrown it away. */
  readonly gone: boolean;
  /** It is where it was already, though an answer came: it did not travel back. */
  readonly stays: boolean;
  /** Absent where it is of the usual size. */
  readonly size?: ChipSize;
}

/** By how much a credential is longer than the usual one of up to 256 characters, one more for each doubling. */
export type ChipSize = 1 | 2 | 3 | 4 | 5 | 6;

export interface ClientTelling {
  /** What it keeps its credential in: `Cookie jar` or `Storage`. */
  readonly place: string;
  /** All credentials that it keeps, the one first that its requests for pages carry. */
  readonly kept: readonly KeptTelling[];
}

/** A credential that a client keeps: where and until when. */
export interface KeptTelling {
  readonly label: string;
  readonly note: string;
  /** A server would refuse it. */
  readonly refused: boolean;
  /** Absent where it is of the usual size. */
  readonly size?: ChipSize;
}

/** A copy that anybody could have made before the client dropped its own. */
export interface GhostTelling {
  /** Whose it would be, and what it would get. */
  readonly text: string;
  /** It opens nothing. */
  readonly refused: boolean;
}

export interface WireTelling {
  /** What crosses begins and ends below the client: at the attacker's, or at a further browser. */
  readonly fromBelow: boolean;
  /** Question and answer are one step: the answer sets out when the question has arrived. */
  readonly folded: boolean;
  readonly request: TrackTelling;
  readonly response: TrackTelling;
}

/** One direction of the wire. */
export interface TrackTelling {
  /** Whether a message crosses in this step, has arrived and is not answered yet, or none is there. */
  readonly state: 'crossing' | 'delivered' | 'quiet';
  /** Who sends it to whom, before its first line: `Server to client:`; empty without a message. */
  readonly route: string;
  /** The message's first line; empty without one. */
  readonly label: string;
  /** What it carries, where that is not the client's credential that is drawn. */
  readonly cargo: CargoTelling | null;
  /** The part of the message that carries the credential, and where it goes when that is not the one server. */
  readonly vehicle: string;
  /** It goes to the second server or comes from it. */
  readonly second: boolean;
}

/** A credential on the wire, drawn as one; anything else is a word or two. */
export type CargoTelling = string | { readonly label: string; readonly size?: ChipSize };

export interface ServerTelling {
  /** `Server`, or `Server A` where there are two. */
  readonly name: string;
  /** The step is about this server. */
  readonly active: boolean;
  /** What it keeps things in, e.g. `sessionStore`. */
  readonly store: string;
  /** The credential of somebody else than the first client, while it is being judged; `null` for none. */
  readonly guest: string | null;
  /** What it keeps, as code, a line each. */
  readonly lines: readonly KeptLine[];
  /** What is said in their place when there are none. */
  readonly none: string;
  /** How long what it keeps lives on, where that has a line of its own. */
  readonly time: string | null;
  /** The calls to the store in this step, as code. */
  readonly calls: string;
  /** What these came to for the session ID: a line leads from it to its record. `null`: no line. */
  readonly link: RecordMark | 'missing' | null;
  /** How the server judges a token without looking anything up; `null` where it judges none. */
  readonly check: TokenCheckTelling | null;
  /** What it has to sign with and what it does with it, and its clock where that is off. */
  readonly secret: string;
  /** The secret signs or checks in this step. */
  readonly usesSecret: boolean;
}

/** What a step did to a record: the store gave it, wrote it, or has thrown it away. */
export type RecordMark = 'found' | 'made' | 'gone';

/** A line of what a server keeps, or the one that was looked for and is missing. */
export interface KeptLine {
  readonly text: string;
  readonly mark: RecordMark | 'missing' | null;
}

/** What a token's server needs: its own secret, and its own clock. */
export interface TokenCheckTelling {
  /** What the secret did: it made the signature, which fits it, or differs from it; `null`: nothing. */
  readonly seal: 'made' | 'fits' | 'differs' | null;
  /** The token's time by that server's clock; `null` where it names none. */
  readonly time: {
    /** How much of its life is left, in sixteenths: 0 to 16. */
    readonly left: number;
    readonly text: string;
  } | null;
}

/** Somebody outside of the wire, with what it has and does. */
export interface OutsiderTelling {
  readonly name: string;
  /** What it does in this step, or what it is. */
  readonly note: string;
  readonly acts: boolean;
  /** Where it is, when that is not a machine of its own: a page in the user's browser. */
  readonly place: string | null;
  /** What it has stolen or sends, the latest first; of many the first two. */
  readonly things: readonly ThingTelling[];
  /** How many more it has. */
  readonly more: number;
  /** What it makes the user's browser send, and what came of it. */
  readonly forced: { readonly label: string; readonly tone: Tone | null } | null;
}

/** A credential in the hands of somebody else than the client of the lane. */
export interface ThingTelling {
  readonly label: string;
  /** It is sent in this step; else it is a copy at rest. */
  readonly sent: boolean;
  /** It was copied in this step, from where the client keeps its own. */
  readonly taken: boolean;
  /** It would be refused now. */
  readonly refused: boolean;
  /** What it is worth now, where that was tried. */
  readonly worth: string | null;
}

/** A further browser of the same user. */
export interface BrowserTelling {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly acts: boolean;
  /** What it keeps, as the first browser's is told. */
  readonly kept: readonly KeptTelling[];
}

export interface SecondServerTelling {
  readonly name: string;
  readonly active: boolean;
  /** What it keeps, and its secret or its clock. */
  readonly facts: readonly string[];
}

export interface UsersTelling {
  /** The user's row, e.g. `abc123: not banned`. */
  readonly row: string;
  /** It changes in this step. */
  readonly acts: boolean;
}

/** Where something can be held. */
export type Place = 'client' | 'wire' | 'server' | 'attacker';

/** One line of "who holds what now". */
export interface Holding {
  readonly item: 'Password' | 'Session ID' | 'Session data' | 'Session record' | 'Token' | 'Secret';
  readonly lanes: readonly Strategy[];
  /** Who has it after the step; the wire is what crossed in the step. */
  readonly places: readonly Place[];
}

/* ------------------------------------------------------------------------ messages and values */

/** A message as it is on the wire, or a call to a store. */
export type MessageTelling = HttpTelling | StoreCallTelling;

export interface HttpTelling {
  readonly kind: 'request' | 'response';
  readonly startLine: string;
  readonly method: string;
  readonly target: string;
  /** Scheme, host and port of the server. */
  readonly origin: string;
  /** Who sent it, and to whom. */
  readonly ends: readonly [from: string, to: string];
  /** The same in words, where that is not the client and the one server. */
  readonly route: string | null;
  readonly headers: readonly HeaderField[];
  readonly body: string | null;
  /** The password or token in the body. */
  readonly secret: string | null;
}

export interface StoreCallTelling {
  readonly kind: 'store';
  /** The call as code. */
  readonly call: string;
  /** What it does or finds. */
  readonly result: string;
  readonly body: string | null;
  readonly ends: readonly [from: string, to: string];
  readonly route: string | null;
}

/** The tracker's variables in full. */
export interface ValuesTelling {
  readonly sessionStore: StoreValue;
  /** `null`: there is no second store. */
  readonly sessionStoreB: StoreValue | null;
  readonly sessionCookie: CookieValue | null;
  readonly token: TokenValue | null;
}

/** The records of all stores; of a full one the first of them. */
export interface StoreValue {
  /** There is none: the data is in the cookie. */
  readonly isMissing?: true;
  readonly records: readonly { readonly sid: string; readonly json: string }[];
  readonly more: number;
}

/** The session cookie as the field that sets it. */
export interface CookieValue {
  readonly setCookie: string;
  /** Until when it is in the jar, where it is and has an end. */
  readonly until: string | null;
}

/** The token in its three parts; header and payload decoded, `null` for what is no JSON object. */
export interface TokenValue {
  readonly parts: readonly [header: string, payload: string, signature: string];
  /** The client has thrown it away. */
  readonly discarded: boolean;
  readonly header: readonly ClaimTelling[] | null;
  readonly payload: readonly ClaimTelling[] | null;
}

export interface ClaimTelling {
  readonly name: string;
  /** Its value as JSON, a date with its meaning. */
  readonly value: string;
}

/* --------------------------------------------------------------------- the run, read and counted */

/** One line of the read-through. */
export interface TranscriptLine {
  readonly text: string;
  /** The same in its parts, where the step is told by title and lane. */
  readonly parts: {
    readonly title: string;
    readonly session: string;
    readonly token: string;
  } | null;
}

/** The run's Actions as nodes; of a long run those around the current one. */
export interface FlowTelling {
  readonly nodes: readonly FlowNodeTelling[];
  /** How many Actions come before and after those. */
  readonly before: number;
  readonly after: number;
}

/** One Action of a run, and what it came to. */
export interface FlowNodeTelling {
  readonly index: number;
  readonly label: string;
  /** The label in one word. */
  readonly short: string;
  readonly first: number;
  readonly last: number;
  readonly session: FlowOutcome;
  readonly token: FlowOutcome;
}

/** What an Action came to in one lane: its words, and shorter ones for where those do not fit, the shortest last. */
export interface FlowOutcome {
  readonly tone: Tone;
  readonly forms: readonly string[];
}

/** A lane's counts, in words, each with what this step added. */
export type CountsTelling = Readonly<Record<keyof LaneCounts, CountTelling>>;

export interface CountTelling {
  readonly text: string;
  /** E.g. `+2`; empty when nothing changed. */
  readonly growth: string;
}

/** What can be tried out from a step. */
export interface PossibleActions {
  /** The end of the last Action that is complete there, from which the what-if goes on. */
  readonly forkStep: number;
  readonly actions: readonly Action[];
}

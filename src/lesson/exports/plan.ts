import type { Strategy } from '../../sim/strategy.ts';
import type { HttpTelling, Telling } from '../telling.ts';
import { listOwnFields } from '../texts/http/httpText.ts';
import type { Between, Exchange } from './exchanges.ts';
import { isExchange, listEntries } from './exchanges.ts';

/** Where a credential stands in an answer: in a Set-Cookie field, or as a member of the JSON body. */
export type CaptureSource =
  | { readonly in: 'Set-Cookie'; readonly name: string }
  | { readonly in: 'body'; readonly name: string };

/** A credential that a server gives and later requests bring: whoever repeats the run gets another one. */
export interface Capture {
  /** A letter, then letters, digits and underscores: a name in a shell and in JavaScript. */
  readonly variable: string;
  readonly value: string;
  readonly source: CaptureSource;
}

/** A text in which captured values are named. */
export type Template = readonly (string | { readonly variable: string })[];

/** A request as somebody else's client is to send it, and what it should come to. */
export interface PlannedRequest {
  readonly step: number;
  readonly title: string;
  readonly method: string;
  readonly origin: string;
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: Template])[];
  readonly body: Template | null;
  /** Status code of the answer; `null`: there is none. */
  readonly status: number | null;
  /** What later requests need of the answer. */
  readonly captures: readonly Capture[];
}

export type PlannedEntry = PlannedRequest | Between;

/** Tells whether an entry is a request. */
export const isRequest = (entry: PlannedEntry): entry is PlannedRequest => 'method' in entry;

/** Reads the status code of an answer's start line. @see RFC 9112 section 4 */
export const readStatus = ({ startLine }: Pick<HttpTelling, 'startLine'>): number =>
  Number(startLine.split(' ')[1]);

function readMembers(body: string | null): readonly (readonly [string, string])[] {
  if (!body?.startsWith('{')) return [];
  try {
    return Object.entries(JSON.parse(body) as Record<string, unknown>).filter(
      (member): member is [string, string] => typeof member[1] === 'string',
    );
  } catch {
    return [];
  }
}

function listGiven({ headers, body }: HttpTelling): readonly Omit<Capture, 'variable'>[] {
  const cookies = headers
    .filter(([name]) => name.toLowerCase() === 'set-cookie')
    .map(([, field]) => {
      const [pair = ''] = field.split(';');
      const name = pair.slice(0, pair.indexOf('='));
      return { value: pair.slice(name.length + 1), source: { in: 'Set-Cookie', name } as const };
    });
  const members = readMembers(body).map(([name, value]) => ({
    value,
    source: { in: 'body', name } as const,
  }));
  return [...cookies, ...members];
}

const toText = ({ headers, body }: HttpTelling) =>
  [...headers.map(([, value]) => value), body ?? ''].join('\n');

/**
 * What a credential may look like. A value that is shorter stands in texts by chance; one with other
 * signs is no credential, and may be code to whoever puts it in.
 */
const CREDENTIAL = /^[\w\-.~+/=%]{16,}$/;

/** The members in which a body gives one. Any other name may be anything. */
const GIVING: ReadonlySet<string> = new Set(['token', 'refreshToken', 'csrfToken']);

const isCredential = ({ value, source }: Omit<Capture, 'variable'>) =>
  CREDENTIAL.test(value) && (source.in === 'Set-Cookie' || GIVING.has(source.name));

/** Names the variables of an answer; two cookies may differ in signs that no variable has. */
function toVariables(names: readonly string[], number: number): readonly string[] {
  const words = names.map((name) => name.replace(/[^A-Za-z0-9]+/g, '_').replace(/^_/, ''));
  return words.map((word, i) => {
    const begun = /^[A-Za-z]/.test(word) ? word : `value_${word}`;
    const isTaken = words.indexOf(word) < i;
    return `${begun}_${number}${isTaken ? 'b'.repeat(i) : ''}`;
  });
}

function listCaptures(exchanges: readonly Exchange[], exchange: Exchange): readonly Capture[] {
  const { response } = exchange;
  if (!response) return [];
  const number = exchanges.indexOf(exchange) + 1;
  const asked = exchanges
    .slice(number)
    .map(({ request }) => toText(request))
    .join('\n');
  const given = listGiven(response).filter((one) => isCredential(one) && asked.includes(one.value));
  const variables = toVariables(
    given.map(({ source }) => source.name),
    number,
  );
  return given.map((one, i) => ({ ...one, variable: variables[i] ?? '' }));
}

/** Puts the names of captured values in their places; the newest wins where two are alike. */
export function toTemplate(text: string, captures: readonly Capture[]): Template {
  const [capture, ...others] = [...captures]
    .reverse()
    .filter(({ value }) => text.includes(value))
    .sort((a, b) => b.value.length - a.value.length);
  if (!capture) return text === '' ? [] : [text];
  const at = text.indexOf(capture.value);
  const rest = [capture, ...others];
  return [
    ...toTemplate(text.slice(0, at), rest),
    { variable: capture.variable },
    ...toTemplate(text.slice(at + capture.value.length), rest),
  ];
}

/**
 * Plans how a lane's requests are sent again by somebody else's client: with the credentials that the
 * server gives then, not with those of the run. A forged or foreign value stays as it is.
 */
export function planRequests(telling: Telling, strategy: Strategy): readonly PlannedEntry[] {
  const entries = listEntries(telling, strategy);
  const exchanges = entries.filter(isExchange);
  const known: Capture[] = [];
  return entries.map((entry): PlannedEntry => {
    if (!isExchange(entry)) return entry;
    const { step, title, request, response } = entry;
    const before = [...known];
    const captures = listCaptures(exchanges, entry);
    known.push(...captures);
    return {
      step,
      title,
      method: request.method,
      origin: request.origin,
      target: request.target,
      headers: listOwnFields(request).map(([name, value]) => [name, toTemplate(value, before)]),
      body: request.body === null ? null : toTemplate(request.body, before),
      status: response && readStatus(response),
      captures,
    };
  });
}

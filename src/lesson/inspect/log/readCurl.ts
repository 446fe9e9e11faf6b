import type { HeaderField } from '../../../sim/message.ts';
import { listCurlLines } from './curlMeter.ts';
import type { LoggedExchange } from './exchange.ts';
import { findValue } from './exchange.ts';
import { readAskedBy } from './readHar.ts';

interface Draft {
  method: string;
  target: string;
  isSecure: boolean;
  requestHeaders: HeaderField[];
  status: number;
  isInHeader: boolean;
  responseHeaders: HeaderField[];
  body: string[];
}

const START = /^([A-Z]+) (\S+) HTTP\/([\d.]+)$/;
const STATUS = /^HTTP\/[\d.]+ (\d{3})/;
const SECURE = /SSL connection|TLSv|ALPN|port 443\b|https:/;
/** How many bytes went by: the bytes of a body are elsewhere, and may begin with a brace themselves. */
const DATA = /^(?:[{}] \[\d+ bytes data\]|Note: Unnecessary use of -X .*)$/;
const CONNECTS = /^ *(?:Trying|About to connect|Connected to|Established connection)/;
const REUSES = /^Re-?using existing/;
const REDIRECTS = /^Issue another request to this URL: '(https?):/;
const LEAVES = /^Connection #\d+ to host/;
/** By what older and newer versions name a connection. */
const NAMES = [/#\d+/, /\bhost (?:\[[^\]]*\]|[^\s:]+)/] as const;
const COMMAND = /^(?:[^{}"<]{0,100}[$#%>] ?)?curl(?:\.exe)? .*?(?:\b(https?):|$)/;

/** What of curl’s own words tells whether it is on TLS: once it is, a connection stays so. */
class Connection {
  isSecure = false;
  /** A word about it was there. */
  isKnown = false;
  /** A request went over it, so that the next word about connecting is about another one. */
  isUsed = false;
  readonly #others = new Map<string, boolean>();

  hear(said: string): void {
    const names = NAMES.flatMap((name) => name.exec(said) ?? []);
    const scheme = REDIRECTS.exec(said)?.[1];
    if (CONNECTS.test(said) && this.isUsed) this.#begin(false);
    else if (scheme !== undefined) this.#begin(scheme === 'https');
    else if (REUSES.test(said)) {
      const known = names.map((name) => this.#others.get(name)).find((one) => one !== undefined);
      this.#begin(known ?? this.isSecure);
    } else if (LEAVES.test(said)) for (const name of names) this.#others.set(name, this.isSecure);
    this.isSecure ||= SECURE.test(said);
    this.isKnown = true;
  }

  /** Begins with a command: its address says more than what came before. */
  command(scheme: string | undefined): void {
    this.#begin(scheme === 'https');
    this.isKnown = scheme !== undefined;
  }

  #begin(isSecure: boolean): void {
    this.isSecure = isSecure;
    this.isUsed = false;
  }
}

const toField = (line: string): HeaderField | null => {
  const [, name, value = ''] = /^([^\s:]+):\s?(.*)$/.exec(line) ?? [];
  return name === undefined ? null : [name, value];
};

/** Puts the address together: curl writes path and host apart, and the scheme nowhere. */
function toUrl({ target, isSecure, requestHeaders }: Draft): string | null {
  const url = /^https?:/i.test(target)
    ? target
    : `${isSecure ? 'https' : 'http'}://${findValue(requestHeaders, 'host') ?? ''}${target}`;
  return URL.canParse(url) ? url : null;
}

function toExchange(draft: Draft): readonly LoggedExchange[] {
  const { method, requestHeaders, status, responseHeaders, body } = draft;
  const url = toUrl(draft);
  if (url === null) return [];
  const text = body.join('\n').trim();
  return [
    {
      ...{ method, url, requestHeaders, requestBody: null, status, responseHeaders, at: null },
      responseBody: text === '' ? null : text,
      by: readAskedBy('', requestHeaders),
    },
  ];
}

function begin(said: string, connection: Connection): Draft | null {
  const [, method, target, version] = START.exec(said.trim()) ?? [];
  if (method === undefined || target === undefined) return null;
  // Without a word about the connection: nobody but those who ask for it has HTTP/2 without TLS.
  const isSecure = connection.isSecure || (!connection.isKnown && Number(version) >= 2);
  // A proxy is asked for a way to the server: the connection is made after that.
  connection.isUsed = method !== 'CONNECT';
  const empty = { requestHeaders: [], status: 0, isInHeader: false, responseHeaders: [], body: [] };
  return { method, target, isSecure, ...empty };
}

/** Takes in a line of an answer’s header; `false` for one that is of its body. */
function takeAnswer(draft: Draft, said: string): boolean {
  const status = STATUS.exec(said)?.[1];
  if (status !== undefined) {
    draft.status = Number(status);
    draft.isInHeader = true;
    return true;
  }
  if (!draft.isInHeader) return false;
  const field = toField(said);
  if (field) draft.responseHeaders.push(field);
  draft.isInHeader = said.trim() !== '';
  return true;
}

/** Reads the exchanges of what `curl -v` prints: `>` is sent, `<` is received, `*` is its own word. */
export function readCurl(text: string): readonly LoggedExchange[] {
  const drafts: Draft[] = [];
  const connection = new Connection();
  for (const line of listCurlLines(text)) {
    const draft = drafts.at(-1);
    const [, mark = '', said = ''] = /^([<>*])(?: (.*))?$/.exec(line) ?? [];
    const next = mark === '>' ? begin(said, connection) : null;
    const command = mark === '' ? COMMAND.exec(line) : null;
    if (next) drafts.push(next);
    else if (mark === '*') connection.hear(said);
    else if (command) connection.command(command[1]);
    else if (DATA.test(line)) continue;
    else if (draft?.status === 0 && mark === '>') {
      const field = toField(said);
      if (field) draft.requestHeaders.push(field);
    } else if (draft && mark === '<' && takeAnswer(draft, said)) continue;
    else if (draft && draft.status > 0) draft.body.push(line);
  }
  return drafts.filter(({ method }) => method !== 'CONNECT').flatMap(toExchange);
}

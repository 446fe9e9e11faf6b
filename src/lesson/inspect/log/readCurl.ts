import type { HeaderField } from '../../../sim/message.ts';
import type { LoggedExchange } from './exchange.ts';
import { findValue } from './exchange.ts';
import { readAskedBy } from './readHar.ts';

interface Draft {
  method: string;
  target: string;
  isSecure: boolean;
  requestHeaders: HeaderField[];
  status: number;
  responseHeaders: HeaderField[];
  body: string[];
}

const START = /^([A-Z]+) (\S+) HTTP\/[\d.]+$/;
const STATUS = /^HTTP\/[\d.]+ (\d{3})/;
const SECURE = /SSL connection|TLSv|ALPN|port 443\b|https:\/\//;
const PLAIN = /\bport \d+\b|http:\/\//;

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

/** Reads the exchanges of what `curl -v` prints: `>` is sent, `<` is received, `*` is its own word. */
export function readCurl(text: string): readonly LoggedExchange[] {
  const drafts: Draft[] = [];
  let isSecure = false;
  for (const line of text.split(/\r?\n/)) {
    const draft = drafts.at(-1);
    const [, mark = '', said = ''] = /^([<>*{}])(?: (.*))?$/.exec(line) ?? [];
    const [, method, target] = mark === '>' ? (START.exec(said.trim()) ?? []) : [];
    if (method !== undefined && target !== undefined) {
      const empty = { requestHeaders: [], status: 0, responseHeaders: [], body: [] };
      drafts.push({ method, target, isSecure, ...empty });
    } else if (mark === '*' || /\bcurl\b/.test(line)) {
      if (SECURE.test(line)) isSecure = true;
      else if (PLAIN.test(line)) isSecure = false;
    } else if (draft && mark === '>') {
      const field = toField(said);
      if (field) draft.requestHeaders.push(field);
    } else if (draft && mark === '<') {
      const status = STATUS.exec(said)?.[1];
      const field = toField(said);
      if (status !== undefined) draft.status = Number(status);
      else if (field) draft.responseHeaders.push(field);
    } else if (draft && mark === '' && draft.status > 0) draft.body.push(line);
  }
  return drafts.flatMap(toExchange);
}

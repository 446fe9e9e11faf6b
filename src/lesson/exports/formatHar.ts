import type { HeaderField } from '../../sim/message.ts';
import type { Strategy } from '../../sim/strategy.ts';
import type { HttpTelling, Telling } from '../telling.ts';
import { EXPORT_TEXTS } from '../texts/exports.ts';
import { type Exchange, listExchanges } from './exchanges.ts';
import { readStatus } from './plan.ts';

/** Both lanes, one page of the archive each. */
const LANES: readonly Strategy[] = ['session', 'token'];

const findField = ({ headers }: HttpTelling, wanted: string) =>
  headers.find(([name]) => name.toLowerCase() === wanted)?.[1];

const toPairs = (headers: readonly HeaderField[]) =>
  headers.map(([name, value]) => ({ name, value }));

const splitPair = (pair: string) => {
  const at = pair.indexOf('=');
  return { name: pair.slice(0, at).trim(), value: pair.slice(at + 1).trim() };
};

const listSentCookies = (request: HttpTelling) =>
  (findField(request, 'cookie') ?? '')
    .split(';')
    .filter((pair) => pair.includes('='))
    .map(splitPair);

/** Reads the cookies that an answer sets, as HAR wants them. */
function listSetCookies({ headers }: HttpTelling) {
  const fields = headers.filter(([name]) => name.toLowerCase() === 'set-cookie');
  return fields.map(([, field]) => {
    const [pair = '', ...attributes] = field.split(';');
    const given = new Map(
      attributes.map((attribute) => {
        const { name, value } = splitPair(attribute.includes('=') ? attribute : `${attribute}=`);
        return [name.toLowerCase(), value];
      }),
    );
    const expires = given.get('expires');
    return {
      ...splitPair(pair),
      ...(given.has('path') && { path: given.get('path') }),
      ...(given.has('domain') && { domain: given.get('domain') }),
      ...(expires && { expires: new Date(expires).toISOString() }),
      httpOnly: given.has('httponly'),
      secure: given.has('secure'),
    };
  });
}

const countBytes = (text: string | null) => new TextEncoder().encode(text ?? '').length;

function toRequest(request: HttpTelling) {
  const { method, target, origin, headers, body } = request;
  const url = new URL(target, origin);
  return {
    method,
    url: url.href,
    httpVersion: 'HTTP/1.1',
    cookies: listSentCookies(request),
    headers: toPairs(headers),
    queryString: [...url.searchParams].map(([name, value]) => ({ name, value })),
    ...(body !== null && {
      postData: { mimeType: findField(request, 'content-type') ?? '', text: body },
    }),
    headersSize: -1,
    bodySize: countBytes(body),
  };
}

function toResponse(response: HttpTelling | null) {
  if (!response) {
    return {
      ...{ status: 0, statusText: '', httpVersion: '', cookies: [], headers: [] },
      ...{
        content: { size: 0, mimeType: 'x-unknown' },
        redirectURL: '',
        headersSize: -1,
        bodySize: -1,
      },
    };
  }
  const { startLine, headers, body } = response;
  return {
    status: readStatus(response),
    statusText: startLine.split(' ').slice(2).join(' '),
    httpVersion: 'HTTP/1.1',
    cookies: listSetCookies(response),
    headers: toPairs(headers),
    content: {
      size: countBytes(body),
      mimeType: findField(response, 'content-type') ?? 'x-unknown',
      ...(body !== null && { text: body }),
    },
    redirectURL: findField(response, 'location') ?? '',
    headersSize: -1,
    bodySize: countBytes(body),
  };
}

/** When an answer came, by the server's own clock; a run has whole seconds, and no answer takes any. */
const readTime = ({ response }: Exchange, start: string): string => {
  const date = response && findField(response, 'date');
  return date ? new Date(date).toISOString() : start;
};

/**
 * Writes the exchanges of both lanes as an HTTP archive, a page for each lane. Nothing takes time in
 * a run: all timings are 0. @see HAR 1.2, http://www.softwareishard.com/blog/har-12-spec
 */
export function formatHar(telling: Telling): string {
  const { title, settings } = telling.run.scenario;
  const start = new Date(settings.start * 1000).toISOString();
  const pages = LANES.map((strategy) => ({
    startedDateTime: start,
    id: strategy,
    title: EXPORT_TEXTS.sayTitle(title, strategy),
    pageTimings: {},
  }));
  const entries = LANES.flatMap((strategy) =>
    listExchanges(telling, strategy).map((exchange) => ({
      pageref: strategy,
      startedDateTime: readTime(exchange, start),
      time: 0,
      request: toRequest(exchange.request),
      response: toResponse(exchange.response),
      cache: {},
      timings: { send: 0, wait: 0, receive: 0 },
      comment: EXPORT_TEXTS.sayStep(exchange.step, exchange.title),
    })),
  );
  const creator = { name: 'AuthTrace', version: '1' };
  const log = { version: '1.2', creator, pages, entries, comment: EXPORT_TEXTS.demoSecrets };
  return `${JSON.stringify({ log }, null, 2)}\n`;
}

import type { Strategy } from '../../sim/strategy.ts';
import type { Telling } from '../telling.ts';
import { EXPORT_TEXTS } from '../texts/exports.ts';
import { escapeBraces, toBraces } from './braces.ts';
import type { Capture, PlannedRequest } from './plan.ts';
import { isRequest, planRequests } from './plan.ts';
import { toBase } from './toBase.ts';

/** A title or comment: it ends with its line, and no variable is in it. */
const toLine = (text: string) => escapeBraces(text.replace(/[\r\n]+/g, ' '));

/** The script that keeps a credential for later requests; httpyac runs it after the answer. */
const toScript = ({ variable, source }: Capture): string =>
  source.in === 'body'
    ? `exports.${variable} = response.parsedBody[${JSON.stringify(source.name)}];`
    : `exports.${variable} = [response.headers['set-cookie']].flat().map((field) => field.split(';')[0]).findLast((pair) => pair.startsWith(${JSON.stringify(`${source.name}=`)})).slice(${source.name.length + 1});`;

function toBlock(request: PlannedRequest, base: string): string {
  const { step, title, method, origin, target, headers, body, status, captures } = request;
  const text = body && toBraces(body);
  return [
    `### ${toLine(EXPORT_TEXTS.sayStep(step, title))}`,
    // A client with a jar of its own would send what it keeps besides.
    '# @no-cookie-jar',
    '# @no-redirect',
    `${method} ${origin === base ? '{{base}}' : escapeBraces(origin)}${escapeBraces(target)}`,
    ...headers.map(([name, value]) => `${name}: ${toBraces(value)}`),
    ...(text ? ['', text] : []),
    '',
    ...(status === null ? [] : [`?? status == ${status}`]),
    ...(captures.length > 0 ? ['{{', ...captures.map(toScript), '}}'] : []),
    '',
  ].join('\n');
}

/**
 * Writes a lane's requests as a `.http` file, which sends the credentials that the server gives then,
 * and holds each answer's status against the run. @see httpyac, "Request language"
 */
export function formatHttpFile(telling: Telling, strategy: Strategy): string {
  const { title, settings } = telling.run.scenario;
  const base = toBase(settings.origin, strategy);
  const blocks = planRequests(telling, strategy).map((entry) =>
    isRequest(entry)
      ? toBlock(entry, settings.origin)
      : `# ${toLine(EXPORT_TEXTS.sayStep(entry.step, entry.title))}\n`,
  );
  return [
    `# ${toLine(EXPORT_TEXTS.sayTitle(title, strategy))}`,
    `# ${EXPORT_TEXTS.demoSecrets}`,
    `# ${toLine(EXPORT_TEXTS.sayServer(strategy, base, '@base'))}`,
    `@base = ${escapeBraces(base)}`,
    '',
    ...blocks,
  ].join('\n');
}

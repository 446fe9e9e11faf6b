import type { Strategy } from '../../sim/strategy.ts';
import type { Telling } from '../telling.ts';
import { EXPORT_TEXTS } from '../texts/exports.ts';
import { escapeBraces, toBraces } from './braces.ts';
import type { Capture, PlannedRequest } from './plan.ts';
import { isRequest, planRequests } from './plan.ts';
import { toBase } from './toBase.ts';

const toScript = ({ variable, source }: Capture): string => {
  const read =
    source.in === 'body'
      ? `pm.response.json()[${JSON.stringify(source.name)}]`
      : `pm.response.headers.all().filter(({ key }) => key.toLowerCase() === 'set-cookie').map(({ value }) => value.split(';')[0]).filter((pair) => pair.startsWith(${JSON.stringify(`${source.name}=`)})).pop().slice(${source.name.length + 1})`;
  return `pm.collectionVariables.set(${JSON.stringify(variable)}, ${read});`;
};

function toItem(request: PlannedRequest, base: string) {
  const { step, title, method, origin, target, headers, body, status, captures } = request;
  const name = escapeBraces(EXPORT_TEXTS.sayStep(step, title));
  const test =
    status === null
      ? []
      : [`pm.test(${JSON.stringify(`${status}`)}, () => pm.response.to.have.status(${status}));`];
  return {
    name,
    protocolProfileBehavior: { followRedirects: false, disableCookies: true },
    event: [
      {
        listen: 'test',
        script: { type: 'text/javascript', exec: [...test, ...captures.map(toScript)] },
      },
    ],
    request: {
      method,
      url: `${origin === base ? '{{base}}' : escapeBraces(origin)}${escapeBraces(target)}`,
      header: headers.map(([key, value]) => ({ key, value: toBraces(value) })),
      ...(body !== null && { body: { mode: 'raw', raw: toBraces(body) } }),
    },
  };
}

/**
 * Writes a lane's requests as a Postman collection, which sends the credentials that the server gives
 * then, and holds each answer's status against the run. What no request does stands in its
 * description. @see https://schema.getpostman.com/json/collection/v2.1.0/docs/index.html
 */
export function formatPostman(telling: Telling, strategy: Strategy): string {
  const { title, settings } = telling.run.scenario;
  const base = toBase(settings.origin, strategy);
  const server = EXPORT_TEXTS.sayServer(strategy, base, EXPORT_TEXTS.postmanBase);
  const entries = planRequests(telling, strategy);
  const between = entries
    .filter((entry) => !isRequest(entry))
    .map((entry) => EXPORT_TEXTS.sayStep(entry.step, entry.title));
  const collection = {
    info: {
      name: escapeBraces(EXPORT_TEXTS.sayTitle(title, strategy)),
      description: [EXPORT_TEXTS.demoSecrets, server, ...between].map(escapeBraces).join('\n\n'),
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    variable: [{ key: 'base', value: escapeBraces(base) }],
    item: entries.filter(isRequest).map((entry) => toItem(entry, settings.origin)),
  };
  return `${JSON.stringify(collection, null, 2)}\n`;
}

import type { Strategy } from '../../sim/strategy.ts';
import type { Telling } from '../telling.ts';
import { EXPORT_TEXTS } from '../texts/exports.ts';
import type { Capture, PlannedRequest, Template } from './plan.ts';
import { isRequest, planRequests } from './plan.ts';
import { toBase } from './toBase.ts';

const TEXTS = EXPORT_TEXTS.curl;
/** The last argument, as bash names it: where the request went. */
const REQUEST = `\${!#}`;

const escapeText = (text: string) => text.replace(/[\\"$`]/g, (char) => `\\${char}`);

/** Quotes for a POSIX shell, captured values by their variables. */
const quote = (template: Template): string =>
  `"${template.map((part) => (typeof part === 'string' ? escapeText(part) : `\${${part.variable}}`)).join('')}"`;

/** One line of a comment, whatever is in it. */
const toComment = (text: string) => `# ${text.replace(/[\r\n]+/g, ' ')}`;

const toAssignment = ({ variable, source }: Capture) =>
  `${variable}=$(${source.in === 'body' ? 'member' : 'cookie'} ${quote([source.name])}) || failed=1`;

function toData({ method, body, headers }: PlannedRequest): readonly string[] {
  if (body !== null) return [`--data-raw ${quote(body)}`];
  if (method === 'GET') return [];
  const isTyped = headers.some(([name]) => name.toLowerCase() === 'content-type');
  // curl says a length of 0 only of an empty body, which it calls a form.
  return ['--data-raw ""', ...(isTyped ? [] : ['-H "Content-Type:"'])];
}

function toLines(request: PlannedRequest, base: string): readonly string[] {
  const { step, title, method, origin, target, headers, status, captures } = request;
  const place = origin === base ? `"\${BASE}"${quote([target])}` : quote([origin + target]);
  const words = [
    `ask ${status ?? 'none'}`,
    ...(method === 'GET' ? [] : [`-X ${method}`]),
    ...headers.map(([name, value]) => `-H ${quote([`${name}: `, ...value])}`),
    ...toData(request),
    place,
  ];
  return [
    toComment(EXPORT_TEXTS.sayStep(step, title)),
    words.join(' \\\n  '),
    ...captures.map(toAssignment),
  ];
}

const HEAD = (base: string) => `set -u
BASE=\${BASE:-}
[ -n "$BASE" ] || BASE=${quote([base])}
answer=$(mktemp)
trap 'rm -f "$answer" "$answer.body"' EXIT
failed=0
asked=0

# ask STATUS CURL-ARGUMENTS...: ${TEXTS.ask}
ask() {
  local wanted=$1 got
  shift
  asked=$((asked + 1))
  : > "$answer"
  : > "$answer.body"
  got=$(curl -sS -g -D "$answer" -o "$answer.body" --max-time 30 -w '%{http_code}' "$@") || got=none
  [ "$got" = 000 ] && got=none
  if [ "$got" = "$wanted" ]; then echo "${TEXTS.sayRight('$got')}"; else echo "${TEXTS.sayWrong('$got', '$wanted', REQUEST)}"; failed=1; fi
}
# cookie NAME, member NAME: ${TEXTS.read}
cookie() {
  local line value=
  while IFS= read -r line; do
    case $line in [Ss]et-[Cc]ookie:\\ "$1="*) line=\${line#*: "$1="}; value=\${line%%;*} ;; esac
  done < <(tr -d '\\r' < "$answer")
  give "$1" "$value"
}
member() {
  local body value=
  body=$(< "$answer.body")
  case $body in *"\\"$1\\":\\""*) value=\${body##*"\\"$1\\":\\""}; value=\${value%%\\"*} ;; esac
  give "$1" "$value"
}
give() {
  if [ -n "$2" ]; then printf '%s\\n' "$2"; else echo "${TEXTS.sayAbsent('$1')}" >&2; return 1; fi
}
# by_hand TEXT: ${TEXTS.byHand}
by_hand() { echo "----- $1"; if [ -t 0 ]; then read -r; fi; }
# pause SECONDS: ${TEXTS.pause}
pause() { if [ -z "\${SKIP_WAITS:-}" ]; then sleep "$1"; fi; }`;

/** The end: a run of which a request was not sent has failed, whatever the others came to. */
const TAIL = (count: number) => `
[ "$asked" = ${count} ] || { echo "${TEXTS.sayIncomplete('$asked', count)}"; failed=1; }
exit $failed
`;

/**
 * Writes a lane's requests as a bash script: each is sent with the credentials that the server gives
 * then, and says whether its answer has the status that it has in the run. Exit code 1 when one has not.
 */
export function formatCurlScript(telling: Telling, strategy: Strategy): string {
  const { title, settings } = telling.run.scenario;
  const base = toBase(settings.origin, strategy);
  const entries = planRequests(telling, strategy);
  const blocks = entries.map((entry) => {
    if (isRequest(entry)) return toLines(entry, settings.origin).join('\n');
    const { step, seconds, isAtServer } = entry;
    const text = EXPORT_TEXTS.sayStep(step, entry.title);
    if (seconds !== null) return `${toComment(text)}\npause ${seconds}`;
    return isAtServer ? `by_hand ${quote([text])}` : toComment(text);
  });
  return [
    '#!/usr/bin/env bash',
    toComment(EXPORT_TEXTS.sayTitle(title, strategy)),
    toComment(EXPORT_TEXTS.demoSecrets),
    toComment(EXPORT_TEXTS.sayServer(strategy, base, 'BASE')),
    HEAD(base),
    ...blocks.map((block) => `\n${block}`),
    TAIL(entries.filter(isRequest).length),
  ].join('\n');
}

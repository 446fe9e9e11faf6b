import type { Strategy } from '../../sim/strategy.ts';
import type { MessageTelling, Telling } from '../telling.ts';
import { EXPORT_TEXTS } from '../texts/exports.ts';
import { isExchange, listEntries } from './exchanges.ts';

/** What mermaid reads as its own is written as an entity. @see mermaid, "Sequence diagrams", escaping characters */
const escapeText = (text: string) =>
  text.replace(/[#;<>%{}]/g, (char) => `#${char.charCodeAt(0)};`).replace(/[\r\n]+/g, ' ');

/** The longest text of an arrow; a credential goes on and on. */
const LONGEST = 60;

const cut = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

function toLabel(message: MessageTelling): string {
  if (message.kind === 'store') return `${message.call}: ${message.result}`;
  const [, ...status] = message.startLine.split(' ');
  return message.kind === 'request' ? `${message.method} ${message.target}` : status.join(' ');
}

/** Writes a lane as a mermaid sequence diagram: each message, and what is done between them. */
export function formatMermaid(telling: Telling, strategy: Strategy): string {
  const between = new Map(
    listEntries(telling, strategy)
      .filter((entry) => !isExchange(entry))
      .map(({ step, title }) => [step, title]),
  );
  const steps = Array.from({ length: telling.run.lastStep }, (_, i) => telling.at(i + 1));
  const ids = new Map<string, string>();
  const toId = (name: string) => {
    const id = ids.get(name) ?? `p${ids.size + 1}`;
    ids.set(name, id);
    return id;
  };
  const lines = steps.flatMap((told) => {
    const arrows = told[strategy].messages.map((message) => {
      const [from, to] = message.ends.map(toId);
      const arrow = message.kind === 'response' ? '-->>' : '->>';
      return `  ${from}${arrow}${to}: ${told.step} ${escapeText(cut(toLabel(message)))}`;
    });
    const note = between.get(told.step);
    const client = toId('client');
    return note ? [`  Note over ${client}: ${told.step} ${escapeText(note)}`, ...arrows] : arrows;
  });
  const participants = [...ids].map(([name, id]) => `  participant ${id} as ${escapeText(name)}`);
  const title = EXPORT_TEXTS.sayTitle(telling.run.scenario.title, strategy);
  return ['sequenceDiagram', `  %% ${escapeText(title)}`, ...participants, ...lines, ''].join('\n');
}

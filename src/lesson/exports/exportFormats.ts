import type { Scenario } from '../../sim/scenario.ts';
import type { Strategy } from '../../sim/strategy.ts';
import type { Trace } from '../../sim/trace.ts';
import type { Telling } from '../telling.ts';
import { formatCurlScript } from './formatCurlScript.ts';
import { formatHar } from './formatHar.ts';
import { formatHttpFile } from './formatHttpFile.ts';
import { formatMermaid } from './formatMermaid.ts';
import { formatPostman } from './formatPostman.ts';
import { formatCsv, formatMarkdown } from './formatTable.ts';
import { toTraceJson } from './traceJson.ts';

/** The texts that a run can be taken along as, by the names that the command line knows them by. */
export const EXPORT_FORMATS = [
  'markdown',
  'csv',
  'curl',
  'http',
  'har',
  'postman',
  'mermaid',
  'run',
  'trace',
] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Writes the run's own file; the engine's, which no panel brings with it. */
type FormatRun = (run: Scenario, id: string) => string;

/** How a run is written in a format. */
export interface Exporter {
  /** The end of its file's name, without the dot. */
  readonly extension: string;
  /** Its media type. */
  readonly type: string;
  /** Each lane is a file of its own; else both are in one, and the lane does not matter. */
  readonly isPerLane: boolean;
  write(telling: Telling, strategy: Strategy, trace: Trace, formatRun: FormatRun): string;
}

/** All of them; the same run gives the same bytes wherever it is written. */
export const EXPORTERS: Readonly<Record<ExportFormat, Exporter>> = {
  markdown: { extension: 'md', type: 'text/markdown', isPerLane: false, write: formatMarkdown },
  csv: { extension: 'csv', type: 'text/csv', isPerLane: false, write: formatCsv },
  curl: { extension: 'sh', type: 'text/x-shellscript', isPerLane: true, write: formatCurlScript },
  http: { extension: 'http', type: 'text/plain', isPerLane: true, write: formatHttpFile },
  har: { extension: 'har', type: 'application/json', isPerLane: false, write: formatHar },
  postman: {
    extension: 'postman_collection.json',
    type: 'application/json',
    isPerLane: true,
    write: formatPostman,
  },
  trace: {
    extension: 'json',
    type: 'application/json',
    isPerLane: false,
    write: (telling, _, trace) => `${JSON.stringify(toTraceJson(trace, telling), null, 2)}\n`,
  },
  run: {
    extension: 'run.json',
    type: 'application/json',
    isPerLane: false,
    write: ({ run: { scenario } }, _strategy, _trace, formatRun) =>
      formatRun(scenario, scenario.id),
  },
  mermaid: { extension: 'mmd', type: 'text/plain', isPerLane: true, write: formatMermaid },
};

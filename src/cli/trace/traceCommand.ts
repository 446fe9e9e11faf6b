import {
  EXPORT_FORMATS,
  EXPORTERS,
  type ExportFormat,
} from '../../lesson/exports/exportFormats.ts';
import { openTelling } from '../../lesson/tell.ts';
import { entitle } from '../../lesson/texts/scenarios/scenarioTitles.ts';
import { formatRunFile } from '../../sim/runs/runFile.ts';
import { SCENARIOS } from '../../sim/scenarios.ts';
import { STRATEGIES, type Strategy } from '../../sim/strategy.ts';
import { runScenario } from '../../sim/trace.ts';
import { parseArguments } from '../machine/arguments.mjs';
import { Complaint } from '../machine/complaint.mjs';
import { formatTraceTable } from './traceTable.ts';

const KNOWN = SCENARIOS.map(entitle)
  .map(({ id, title }) => `  ${id}  ${title}`)
  .join('\n');

const HELP = `Runs a Scenario in the engine and prints its execution table.

  npm run trace -- <scenario>              the table as text
  npm run -s trace -- <scenario> --json    the whole Trace as JSON, alone on stdout
                                           (without -s, npm adds a banner of its own)
  npm run -s trace -- <scenario> --format FORMAT [--lane session|token]
                                           a file to take along: ${EXPORT_FORMATS.join(', ')};
                                           a lane (session when left out) of those that have
                                           one file for each: ${EXPORT_FORMATS.filter((format) => EXPORTERS[format].isPerLane).join(', ')}

Scenarios:
${KNOWN}`;

const list = (known: readonly string[]) => known.join(', ');

function readFormat(text: string): ExportFormat {
  const format = EXPORT_FORMATS.find((known) => known === text);
  if (format) return format;
  throw new Complaint(
    `There is no format ${JSON.stringify(text)}: choose one of ${list(EXPORT_FORMATS)}.`,
  );
}

function readLane(text: string): Strategy {
  const lane = STRATEGIES.find((known) => known === text);
  if (lane) return lane;
  throw new Complaint(
    `There is no lane ${JSON.stringify(text)}: choose one of ${list(STRATEGIES)}.`,
  );
}

/** Runs `npm run trace` and resolves to all that it prints, byte by byte. @throws Complaint for bad arguments. */
export async function traceCommand(args: readonly string[]): Promise<string> {
  const options = {
    json: { type: 'boolean' },
    format: { type: 'string' },
    lane: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const { values, positionals } = parseArguments([...args], options, true);
  if (values.help) return `${HELP}\n`;
  const [id, ...more] = positionals;
  const scenario = SCENARIOS.find((known) => known.id === id);
  if (!scenario || more.length > 0) {
    const ids = SCENARIOS.map((known) => known.id).join(', ');
    const named = more.length > 0 ? positionals.join(' ') : id;
    const problem = named ? `There is no scenario ${JSON.stringify(named)}` : 'Name a scenario';
    throw new Complaint(`${problem}: choose one of ${ids}.`);
  }
  const format = values.format === undefined ? null : readFormat(values.format);
  const lane = readLane(values.lane ?? 'session');
  const trace = await runScenario(scenario);
  const telling = openTelling(trace);
  // --json is the same as --format trace.
  const written = values.json ? 'trace' : format;
  return written
    ? EXPORTERS[written].write(telling, lane, trace, formatRunFile)
    : `${formatTraceTable(telling)}\n`;
}

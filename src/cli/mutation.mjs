// npm run mutation: how many of the faults that are put into the engine its tests find.
import { launch } from './machine/launch.mjs';

const USAGE =
  'npm run mutation -- [--part client] [--file src/sim/client/jar.ts] [--concurrency 1]';

launch(async (args) => {
  const { parseArguments } = await import('./machine/arguments.mjs');
  const { Complaint } = await import('./machine/complaint.mjs');
  const { listParts } = await import('./mutation/parts.mjs');
  const { readKept } = await import('./mutation/kept.mjs');
  const { runPart } = await import('./mutation/runPart.mjs');
  const { toScoreLine, toSurvivorLines } = await import('./mutation/scoreText.mjs');
  const { values } = parseArguments(args, {
    part: { type: 'string', multiple: true, default: [] },
    file: { type: 'string', multiple: true, default: [] },
    concurrency: { type: 'string', default: '1' },
  });
  const { part, file, concurrency } = values;
  if (!/^[1-9]\d?$/.test(concurrency)) throw new Complaint(`--concurrency is a number. ${USAGE}`);
  const parts = listParts();
  const unknown = part.find((name) => !parts.has(name));
  if (unknown) throw new Complaint(`${unknown} is none of ${[...parts.keys()]}. ${USAGE}`);
  const named = file.length > 0 ? new Map([['files', file]]) : parts;
  const names = [...named.keys()].filter((name) => part.length === 0 || part.includes(name));
  for (const name of names) {
    await runPart(name, named.get(name), Number(concurrency));
    const mutants = readKept(name);
    console.log([...toSurvivorLines(mutants), toScoreLine(name, mutants)].join('\n'));
  }
  if (names.length > 1) console.log(toScoreLine('all', names.flatMap(readKept)));
});

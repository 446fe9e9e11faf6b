// npm test: everything, from types to end-to-end, and one line at the end that says how it went.
import { launch } from './machine/launch.mjs';

launch(async (args) => {
  const { parseArguments } = await import('./machine/arguments.mjs');
  const { values } = parseArguments(args, { only: { type: 'string' } });
  const { chooseStages, runStages } = await import('./test/stages.mjs');
  const { toSummary } = await import('./test/summary.mjs');
  const { rows, notes } = await runStages(chooseStages(values.only));
  const { lines, failed } = toSummary(rows, notes);
  console.log(lines.join('\n'));
  if (failed > 0) process.exitCode = 1;
});

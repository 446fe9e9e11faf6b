// npm run trace: what the engine makes of a Scenario, without a browser.
import { launch } from './machine/launch.mjs';

launch(async (args) => {
  // Nothing but the Trace may stand on stdout, and a reader such as head may close it early.
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  const { tsImport } = await import('tsx/esm/api');
  const { traceCommand } = await tsImport('./trace/traceCommand.ts', import.meta.url);
  process.stdout.write(await traceCommand(args));
});

// npm run check-server: holds a learner's own server against the walk.
import { launch } from './machine/launch.mjs';

launch(async (args) => {
  // Nothing but the report may stand on stdout, and a reader such as head may close it early.
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  const { tsImport } = await import('tsx/esm/api');
  const { checkServerCommand } = await tsImport('./checkServer/command.ts', import.meta.url);
  const { text, passed } = await checkServerCommand(args);
  process.exitCode = passed ? 0 : 1;
  process.stdout.write(`${text}\n`);
});

// npm run check-server: finds what is wrong with a login of one's own.
import { launch } from './machine/launch.mjs';

launch(async (args) => {
  const { runCheckServer } = await import('./checkServer/main.mjs');
  const { tsImport } = await import('tsx/esm/api');
  const { checkServerCommand } = await tsImport('./checkServer/command.ts', import.meta.url);
  await runCheckServer(checkServerCommand, args);
});

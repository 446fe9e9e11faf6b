// check-server as one file, packed or saved from the page: it is all that it needs but Node.js.
import { checkServerCommand } from './command.ts';
import { runCheckServer } from './main.mjs';

await runCheckServer(checkServerCommand, process.argv.slice(2));

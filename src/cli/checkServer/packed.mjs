// What the packed program starts with, all in one file.
import { checkServerCommand } from './command.ts';
import { runCheckServer } from './main.mjs';

export const run = (args) => runCheckServer(checkServerCommand, args);

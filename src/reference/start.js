// npm start: both servers, side by side.
import { start as startSessionServer } from './sessionServer.js';
import { start as startTokenServer } from './tokenServer.js';

const { SESSION_PORT = 3000, TOKEN_PORT = 3001 } = process.env;

startSessionServer(SESSION_PORT);
startTokenServer(TOKEN_PORT);

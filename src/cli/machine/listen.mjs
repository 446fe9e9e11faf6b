import { once } from 'node:events';
import { Complaint } from './complaint.mjs';

/** Both loopback addresses, because "localhost" means one or the other to different programs. */
const LOOPBACK = ['127.0.0.1', '::1'];
const NO_SUCH_ADDRESS = ['EADDRNOTAVAIL', 'EAFNOSUPPORT'];

async function listenAt(server, port, host) {
  server.listen(port, host);
  await once(server, 'listening');
  return server.address().port;
}

async function tryPort(makeServer, port) {
  const servers = [];
  const close = () => {
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  };
  let actual = port;
  for (const host of LOOPBACK) {
    const server = makeServer();
    try {
      actual = await listenAt(server, actual, host);
      servers.push(server);
    } catch (error) {
      // A machine without IPv6 has one loopback address only.
      if (servers.length > 0 && NO_SUCH_ADDRESS.includes(error.code)) continue;
      close();
      if (error.code === 'EADDRINUSE') return null;
      if (error.code === 'EACCES') {
        throw new Complaint(`Port ${port} is not open to this user: give one above 1023.`);
      }
      throw error;
    }
  }
  return { port: actual, close };
}

/**
 * Listens on loopback at the first free port from `port` on, with the servers that `makeServer`
 * makes. Resolves to the port and a `close`. @throws Complaint when there is none.
 */
export async function listenFrom(makeServer, port, last = 65535) {
  for (let candidate = port; candidate <= last; candidate++) {
    const listening = await tryPort(makeServer, candidate);
    if (listening) return listening;
  }
  throw new Complaint(
    port === last
      ? `Port ${port} is taken: stop what uses it, or give another one.`
      : `No port from ${port} to ${last} is free: give another one with --port.`,
  );
}

/** Ends the process quietly when somebody asks it to, after `close`. */
export function closeOnSignal(close) {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      close();
      process.exit(0);
    });
  }
}

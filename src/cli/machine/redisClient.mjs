import { createClient } from 'redis';
import { Complaint } from './complaint.mjs';

/** What may be shown of an address that may hold a password. */
function toPlace(url) {
  try {
    return new URL(url).host || 'no host';
  } catch {
    return 'no address';
  }
}

/** Connects to the Redis at REDIS_URL, and tries no second time. @throws Complaint */
export async function openRedis(url) {
  try {
    const client = createClient({
      url,
      socket: { reconnectStrategy: false, connectTimeout: 5000 },
    });
    // Without a listener an error would end the process; the command that it hits rejects anyway.
    client.on('error', () => {});
    return await client.connect();
  } catch (error) {
    throw new Complaint(
      `REDIS_URL names ${toPlace(url)}, where no Redis lets us in (${error.code ?? error.message}): correct or unset it.`,
    );
  }
}

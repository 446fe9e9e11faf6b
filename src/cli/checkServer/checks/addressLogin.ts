import type { Reply } from '../wire/exchange.ts';
import { listLeaves, parseBody, toLocation } from '../wire/reply.ts';
import { ADDRESS_CHECK, findAddressToken } from './routes/addressChecks.ts';
import { type Finding, toFinding } from './runChecks.ts';

/** Lists the addresses among the members of a JSON answer. */
const listAddresses = (reply: Reply): readonly URL[] =>
  listLeaves(parseBody(reply)).flatMap(({ value }) => {
    const isAddress = typeof value === 'string' && /^(?:https?:\/\/|\/)/.test(value);
    return isAddress && URL.canParse(value, reply.url.href) ? [new URL(value, reply.url)] : [];
  });

/** Says of a login whose token stands in an address alone that it does; `null` of others. */
export function sayAddressLogin(reply: Reply): Finding | null {
  const location = toLocation(reply);
  const led = location && findAddressToken(location, true);
  // What is named a token in the address of a picture is for that.
  const named = listAddresses(reply).flatMap((url) => findAddressToken(url, false) ?? []);
  const verdict = led ?? named[0];
  return verdict ? toFinding(ADDRESS_CHECK, verdict) : null;
}

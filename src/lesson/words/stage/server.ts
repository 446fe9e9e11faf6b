import type { SessionRecord } from '../../../sim/state.ts';
import { formatDuration, formatTime, shorten } from '../../page/format.ts';
import { formatLeft } from '../../page/timeLeft.ts';
import { readTokenSeal } from '../../read/check/tokenSeal.ts';
import { readServerAhead, readServerNow } from '../../read/clock.ts';
import { isStoreDown, readRecordEnd } from '../../read/kept.ts';
import { readStoreCalls } from '../../read/message/storeCall.ts';
import type { Moment } from '../../read/moment.ts';
import { isGivenAccess } from '../../read/outcome/stepTone.ts';
import { isCookieSession } from '../../read/server/dataInCookie.ts';
import { readKeptOfTokens } from '../../read/server/keptOfTokens.ts';
import { countSecrets, hasTwoServers } from '../../read/server/servers.ts';
import { readGuest } from '../../read/stage/guest.ts';
import type { SecretUse } from '../../read/stage/secretUse.ts';
import { readSecretUse } from '../../read/stage/secretUse.ts';
import { listMarkedRecords, readRecordLink } from '../../read/stage/storeRecords.ts';
import type { KeptLine, ServerTelling } from '../../telling.ts';
import { isSecondServer } from '../../told/actorIds.ts';
import { labelCredential } from '../credential/credentialLabel.ts';
import { capitalize, nameOfTwo } from '../names.ts';
import { sayTokenLeft } from '../time/serverEnd.ts';
import { formatRecord, toShown } from '../tracker/record.ts';

/** What a record holds, in the room that there is: of more than one field, as it is spoken. */
function sayRecord({ cookie: _, ...kept }: SessionRecord, alone: boolean): string {
  const { userId = 'nobody', data, endsAt, ...others } = kept;
  if (!alone) return `: ${userId}`;
  const fields = Object.entries(toShown(others)).map(([name, value]) => `${name} ${value}`);
  const more = data || endsAt !== undefined ? ['…'] : [];
  const all = [userId, ...fields, ...more];
  return all.length > 1 ? `: ${all.join(', ')}` : ` → ${formatRecord(kept)}`;
}

/** As many lines as there is room for. */
const DRAWN = 2;

/** Says what the first server's store holds, and until when the newest of it. */
function sayRecords(moment: Moment): Pick<ServerTelling, 'lines' | 'time'> {
  const all = listMarkedRecords(moment);
  const kept = all.filter(({ mark }) => mark !== 'gone');
  const isMissed = readRecordLink(moment) === 'missing' && all.length > 0;
  const alone = all.length === 1 && !isMissed;
  // What the step is about comes first; what is thrown away is still seen going.
  const inTurn = [...all.filter(({ mark }) => mark), ...all.filter(({ mark }) => !mark)];
  const found = inTurn.map(
    ({ sid, record, mark }): KeptLine => ({
      text: `${shorten(sid)}${sayRecord(record, alone)}`,
      mark,
    }),
  );
  const missed: readonly KeptLine[] = isMissed ? [{ text: 'no such record', mark: 'missing' }] : [];
  const lines = [...missed, ...found].slice(0, DRAWN);
  const newest = kept.at(-1);
  if (!newest) return { lines, time: null };
  const hidden = all.length - lines.length + missed.length;
  const more = hidden > 0 ? `+${hidden}, ` : '';
  const which = kept.length === 1 ? '' : 'newest: ';
  const left = formatLeft(readRecordEnd(newest.record), readServerNow(moment));
  return { lines, time: `${more}${which}${left}` };
}

/** Lists what the first server keeps about tokens, a line each. */
function listTokenState(moment: Moment): ServerTelling['lines'] {
  const { denied, refresh, validSince } = readKeptOfTokens(moment);
  const lines = [
    denied === null ? [] : `deny-list: ${denied} jti`,
    refresh === null ? [] : [`refresh tokens: ${refresh.count}`, `of them used: ${refresh.used}`],
    validSince === null ? [] : `tokens hold since ${formatTime(validSince)}`,
  ].flat();
  return lines.map((text) => ({ text, mark: null }));
}

/** Says that a server keeps nothing. */
function sayNone(moment: Moment): string {
  const { settings, strategy } = moment;
  if (isCookieSession(moment)) return 'keeps nothing about anybody';
  if (strategy === 'session') return 'no records';
  return settings.token.comparesIat ? 'all tokens hold' : 'keeps nothing about anybody';
}

/** Names what the server keeps, the same in each step of a run. */
function nameStore(moment: Moment): string {
  if (isCookieSession(moment)) return 'No store';
  if (moment.strategy === 'session') return 'sessionStore';
  const { denied, refresh, comparesIat } = readKeptOfTokens(moment);
  const kept = [
    denied === null ? [] : 'deny-list',
    refresh === null ? [] : 'refresh store',
    comparesIat ? 'users’ row' : [],
  ].flat();
  return kept.join(', ') || 'No store';
}

/** Says by how much a clock is off the true time. */
const sayOff = (ahead: number) =>
  `${formatDuration(Math.abs(ahead))} ${ahead < 0 ? 'behind' : 'ahead'}`;

const MOST_CALLS = 3;

/** Writes the calls to a store; the one that is alone with what it asks for. */
function sayCalls(moment: Moment): string {
  const calls = readStoreCalls(moment);
  const [first] = calls;
  if (first && calls.length === 1 && first.store === 'sessions' && first.key !== null)
    return `${first.verb}('${first.key.slice(0, 4)}…')`;
  return first && calls.length > MOST_CALLS
    ? `${first.verb}() and ${calls.length - 1} more`
    : calls.map(({ verb }) => `${verb}()`).join(' ');
}

/** Says how the first server makes or judges a token by what it has itself. */
function sayCheck(moment: Moment): ServerTelling['check'] {
  const facts = readTokenSeal(moment);
  if (!facts) return null;
  const { seal, time, share } = facts;
  return {
    seal,
    time: time && { left: Math.ceil(share * 16), text: sayTokenLeft(time) },
  };
}

const USES: Readonly<Record<SecretUse, string>> = { made: 'signs', checked: 'checks' };

const SEALS = { made: ' signs', fits: ': it fits', differs: ': it differs' } as const;

/** The same of one of several secrets. */
const SEALS_OF_MANY = { made: ', 1 signs', fits: ', 1 fits', differs: ', none fits' } as const;

/** Says what the first server signs with, and what that does in a step. */
function saySecret(count: number, seal: keyof typeof SEALS | null, use: SecretUse | null): string {
  if (count > 1) {
    return `${count} secrets${seal ? SEALS_OF_MANY[seal] : use ? `, 1 ${USES[use]}` : ''}`;
  }
  return `Secret${seal ? SEALS[seal] : use ? ` ${USES[use]}` : ''}`;
}

/** Names what the first server judges of somebody else than the first client. */
function sayGuest(moment: Moment): string | null {
  const found = readGuest(moment);
  return found === null ? null : labelCredential(found, moment.strategy);
}

/** Says what the first server keeps and does in a step. */
export function sayServer(moment: Moment): ServerTelling {
  const { server, strategy } = moment;
  // A theft, or a place in the jar, is taken past it.
  const active = !isSecondServer(server) && isGivenAccess(moment);
  const use = readSecretUse(moment);
  const clockOffset = readServerAhead(moment);
  const check = sayCheck(moment);
  const secret = [
    saySecret(countSecrets(moment), check?.seal ?? null, use),
    clockOffset === 0 ? '' : `, clock ${sayOff(clockOffset)}`,
  ].join('');
  const kept =
    strategy === 'session' ? sayRecords(moment) : { lines: listTokenState(moment), time: null };
  return {
    name: hasTwoServers(moment) ? capitalize(nameOfTwo('server')) : 'Server',
    active,
    store: nameStore(moment),
    guest: sayGuest(moment),
    ...(isStoreDown(moment)
      ? { lines: kept.lines.slice(0, 1), time: 'down: answers nobody' }
      : kept),
    none: sayNone(moment),
    calls: active ? sayCalls(moment) : '',
    link: readRecordLink(moment),
    check,
    secret,
    usesSecret: use !== null,
  };
}

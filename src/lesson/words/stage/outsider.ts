import { formatLeft } from '../../page/timeLeft.ts';
import { isAccessToken } from '../../read/held/held.ts';
import type { HeldCredential } from '../../read/held/heldCredentials.ts';
import { isRefreshRefused } from '../../read/held/heldCredentials.ts';
import type { Moment } from '../../read/moment.ts';
import { readOutcomeTone } from '../../read/outcome/outcomeTone.ts';
import type { AttackersDeed, OutsiderFacts } from '../../read/stage/outsider.ts';
import { readOutsider } from '../../read/stage/outsider.ts';
import type { OutsiderTelling, ThingTelling } from '../../telling.ts';
import { labelCredential } from '../credential/credentialLabel.ts';
import { sayWireLabel } from '../lane/wireText.ts';

/** As many things as are drawn of what an outsider has. */
const DRAWN = 2;

/** What the attacker does in a step, in a few words. */
const NOTES: Readonly<Record<AttackersDeed['type'], string>> = {
  away: 'outside',
  useless: 'has nothing to do',
  unused: 'holds a copy, unused',
  scriptFindsNothing: 'its script finds nothing',
  scriptReads: 'its script reads in the page',
  scriptActs: 'its script acts in the page',
  steals: 'takes a copy',
  asks: 'asks for a cookie',
  plants: 'plants a cookie',
  sendsCopy: 'own machine',
  sendsForgery: 'sends its own making',
  sendsRefreshToken: 'sends what it stole',
  ownBrowser: 'own browser',
};

/** What the attacker's own browser keeps while the attacker does nothing. */
const KEEPS: Readonly<Record<HeldCredential['what'], string>> = {
  cookie: 'its browser keeps a cookie',
  token: 'its browser keeps a token',
  refreshToken: 'its browser keeps a refresh token',
};

const sayDeed = (deed: AttackersDeed): string =>
  deed.type === 'away' && deed.keeps !== null ? KEEPS[deed.keeps] : NOTES[deed.type];

const AT_REST: ReadonlySet<AttackersDeed['type']> = new Set(['away', 'useless', 'unused']);

/** By which a copy comes into its hands. */
const TAKES: ReadonlySet<AttackersDeed['type']> = new Set(['steals', 'scriptReads']);

type Attacker = Extract<OutsiderFacts, { readonly type: 'attacker' }>;
type Page = Extract<OutsiderFacts, { readonly type: 'page' }>;

function sayAttacker(moment: Moment, facts: Attacker): OutsiderTelling {
  const { strategy } = moment;
  const { deed, stolen, sent, worth } = facts;
  const isUsedUp = (credential: string) =>
    strategy === 'token' && !isAccessToken(credential) && isRefreshRefused(moment, credential);
  const usedUp = new Set(stolen.filter(isUsedUp).map((one) => labelCredential(one, strategy)));
  const label = (credential: string) => labelCredential(credential, strategy);
  const sentLabel = sent === null ? null : label(sent);
  const told = worth && label(worth.credential);
  const labels = stolen.map(label);
  const all = sentLabel !== null && !labels.includes(sentLabel) ? [sentLabel, ...labels] : labels;
  const toThing = (name: string): ThingTelling => {
    const found = worth && name === told ? worth : null;
    const left = found && formatLeft(found.expiresAt, found.now);
    const refused = usedUp.has(name) || (found?.refused ?? false);
    return {
      label: name,
      sent: name === sentLabel,
      taken: TAKES.has(deed.type) && name === labels[0],
      refused,
      worth: refused ? 'refused now' : left,
    };
  };
  return {
    name: 'Attacker',
    note: sayDeed(deed),
    acts: !AT_REST.has(deed.type),
    place: null,
    things: all.slice(0, DRAWN).map(toThing),
    more: Math.max(0, all.length - DRAWN),
    forced: null,
  };
}

const VEHICLES = {
  link: 'its link is followed',
  form: 'posts a form',
  fetch: 'calls fetch',
} as const;

function sayPage(moment: Moment, { page, acts, request, isAnswered }: Page): OutsiderTelling {
  const tone = isAnswered ? readOutcomeTone(moment).tone : null;
  return {
    name: page.site === 'evil' ? 'Another site' : 'Sibling subdomain',
    note: acts ? VEHICLES[page.vehicle] : 'waits in the user’s browser',
    acts,
    place: page.host,
    things: [],
    more: 0,
    forced: request && { label: sayWireLabel(request), tone },
  };
}

/** Says who stands outside of the wire, with what it has and does. */
export function sayOutsider(moment: Moment): OutsiderTelling {
  const facts = readOutsider(moment);
  return facts.type === 'page' ? sayPage(moment, facts) : sayAttacker(moment, facts);
}

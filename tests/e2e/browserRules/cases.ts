import type { Case } from './acts.ts';
import { ATTRIBUTES, PREFIXES } from './attributes.ts';
import { CLEARING, SECURE } from './clearing.ts';
import { DATES, LIFETIMES } from './lifetimes.ts';
import { ORDER, PATHS } from './paths.ts';
import { DOMAINS } from './scope.ts';
import { SCRIPTS } from './scripts.ts';
import { SETTING } from './setting.ts';
import { SITES } from './sites.ts';
import { PAIRS, SIZES } from './storing.ts';

/** The cases of a browser that is set up as by default, but for third-party cookies, which are allowed. */
export const GROUPS: Readonly<Record<string, readonly Case[]>> = {
  'what becomes a cookie': PAIRS,
  'how large it may be': SIZES,
  'how attributes are read': ATTRIBUTES,
  'what its prefix promises': PREFIXES,
  'how long it lasts': LIFETIMES,
  'how Expires is read': DATES,
  'which hosts it reaches': DOMAINS,
  'which paths it reaches': PATHS,
  'in which order cookies are sent': ORDER,
  'what clears it': CLEARING,
  'what http may do to the cookies of https': SECURE,
  'who sends it to which site': SITES,
  'whose response may set it': SETTING,
  'what a script may do': SCRIPTS,
};

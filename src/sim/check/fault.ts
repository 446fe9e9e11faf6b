/** What JSON text can have wrong, at the place where it is told. @see RFC 8259 */
export type JsonFault =
  | { readonly type: 'charMissing'; readonly char: string }
  | { readonly type: 'nameMissing' }
  | { readonly type: 'valueMissing' }
  | { readonly type: 'endMissing' }
  | { readonly type: 'numberTooLarge' }
  | { readonly type: 'nestedDeeper'; readonly max: number }
  | { readonly type: 'noJson' };

/** What any value can have wrong. */
type ValueFault =
  | { readonly type: 'notOneOf'; readonly choices: readonly (string | boolean | null)[] }
  /** Both ends are still right. */
  | { readonly type: 'noWholeNumber'; readonly min: number; readonly max: number }
  | { readonly type: 'noBoolean' }
  | { readonly type: 'noText' }
  | { readonly type: 'noUnicode' }
  | {
      readonly type: 'bytesOutOfRange';
      readonly min: number;
      readonly max: number;
      readonly bytes: number;
    }
  | { readonly type: 'noList' }
  | { readonly type: 'entriesOutOfRange'; readonly min: number; readonly max: number }
  | { readonly type: 'noObject' }
  | { readonly type: 'noSuchMember' }
  | { readonly type: 'missing' };

type SettingFault =
  /** `signs` are those that it may have besides letters and digits. */
  | { readonly type: 'noCookieName'; readonly max: number; readonly signs: string }
  | { readonly type: 'cookieSessionsName'; readonly name: string }
  | { readonly type: 'refreshTokensName'; readonly name: string }
  | { readonly type: 'noHost' }
  | { readonly type: 'noOrigin' }
  /** Only as a whole can it be changed. */
  | { readonly type: 'incomplete'; readonly setting: 'frontEnd' | 'tlsProxy' }
  | { readonly type: 'needsStore' }
  | { readonly type: 'noJsonObject' }
  | { readonly type: 'tooDeep'; readonly max: number }
  | { readonly type: 'tooManyBytes'; readonly bytes: number; readonly max: number }
  /** A member of the payload that the server sets itself. */
  | { readonly type: 'serversMember'; readonly name: string }
  /** One that has a setting of its own. */
  | { readonly type: 'settingsMember'; readonly name: 'aud' | 'iss' | 'nbf' }
  | { readonly type: 'protoMember' };

type ActionFault =
  | { readonly type: 'noClientId' }
  | { readonly type: 'notUsersClient' }
  | { readonly type: 'secondsXorUntil' }
  | { readonly type: 'passwordXorOld' }
  | { readonly type: 'tooManyEntries'; readonly max: number }
  | { readonly type: 'tooManyClients'; readonly max: number }
  | { readonly type: 'waitsTooLong' }
  | { readonly type: 'noSecondServer' };

type RunFault =
  | { readonly type: 'addressTooLong' }
  | { readonly type: 'addressUnreadable' }
  | { readonly type: 'fileTooLong'; readonly max: number }
  | { readonly type: 'noRun' }
  | { readonly type: 'otherVersion'; readonly version: number };

/** What is wrong with a value from outside, as a code with what its sentence needs; the sentences are in `lesson/texts`. */
export type Fault = JsonFault | ValueFault | SettingFault | ActionFault | RunFault;

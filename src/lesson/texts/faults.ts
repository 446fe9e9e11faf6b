import type { Fault } from '../../sim/check/fault.ts';

const INCOMPLETE = {
  frontEnd: 'It must have origin, credentials and cors.',
  tlsProxy: 'It must have tells and trusted.',
} as const;

const SETTINGS_MEMBERS = {
  aud: 'aud is no part of the payload: set the token’s audience.',
  iss: 'iss is no part of the payload: set the token’s issuer.',
  nbf: 'nbf is no part of the payload: set the token’s “not before”.',
} as const;

/** Says what is wrong with a setting, an Action, a run from outside, or its JSON. */
export function sayFault(fault: Fault): string {
  switch (fault.type) {
    case 'charMissing':
      return `Expected ${fault.char}.`;
    case 'nameMissing':
      return 'Expected a name in double quotes.';
    case 'valueMissing':
      return 'Expected a value (text needs quotes).';
    case 'endMissing':
      return 'Here it should end.';
    case 'numberTooLarge':
      return 'This number is too large.';
    case 'nestedDeeper':
      return `Nested deeper than ${fault.max}.`;
    case 'noJson':
      return 'This is no JSON.';
    case 'notOneOf':
      return `It must be one of ${fault.choices.map(String).join(', ')}.`;
    case 'noWholeNumber':
      return `It must be a whole number from ${fault.min} to ${fault.max}.`;
    case 'noBoolean':
      return 'It must be true or false.';
    case 'noText':
      return 'It must be text.';
    case 'noUnicode':
      return 'It is no well-formed Unicode.';
    case 'bytesOutOfRange':
      return `It must have ${fault.min} to ${fault.max} bytes, but has ${fault.bytes}.`;
    case 'noList':
      return 'It must be a list.';
    case 'entriesOutOfRange':
      return `It must have ${fault.min} to ${fault.max} entries.`;
    case 'noObject':
      return 'It must be an object.';
    case 'noSuchMember':
      return 'There is no such member.';
    case 'missing':
      return 'It is missing.';
    case 'noCookieName':
      return `It must have 1 to ${fault.max} letters, digits or any of ${fault.signs}.`;
    case 'cookieSessionsName':
      return `${fault.name} is the name that cookie-session has; take another.`;
    case 'refreshTokensName':
      return `${fault.name} is the name that a refresh token’s has; take another.`;
    case 'noHost':
      return 'It must be the name of a host, such as example.com.';
    case 'noOrigin':
      return 'It must be an http or https origin.';
    case 'incomplete':
      return INCOMPLETE[fault.setting];
    case 'needsStore':
      return 'It goes only with session data in a store.';
    case 'noJsonObject':
      return 'It must be a JSON object.';
    case 'tooDeep':
      return `It is nested deeper than ${fault.max}.`;
    case 'tooManyBytes':
      return `It has ${fault.bytes} bytes, more than ${fault.max}.`;
    case 'serversMember':
      return `${fault.name} is a name that the server keeps for itself; name it otherwise.`;
    case 'settingsMember':
      return SETTINGS_MEMBERS[fault.name];
    case 'protoMember':
      return '__proto__ is no plain member in JavaScript; name it otherwise.';
    case 'noClientId':
      return 'It must be a letter, then up to 15 letters or digits, and no ID of a server or store.';
    case 'notUsersClient':
      return 'It must be one of the user’s browsers, not the attacker.';
    case 'secondsXorUntil':
      return 'A wait has either seconds or until.';
    case 'passwordXorOld':
      return 'A login has either password or old.';
    case 'tooManyEntries':
      return `It has more than ${fault.max} entries.`;
    case 'tooManyClients':
      return `The run has more than ${fault.max} clients.`;
    case 'waitsTooLong':
      return 'The run waits for too long in all.';
    case 'noSecondServer':
      return 'There is no second server in these settings.';
    case 'addressTooLong':
      return 'The run in the address is longer than any that this page writes.';
    case 'addressUnreadable':
      return 'The run in the address cannot be read.';
    case 'fileTooLong':
      return `The file has more than ${fault.max} characters.`;
    case 'noRun':
      return 'This is no run of AuthTrace.';
    case 'otherVersion':
      return `This is no run of AuthTrace in version ${fault.version}.`;
  }
}

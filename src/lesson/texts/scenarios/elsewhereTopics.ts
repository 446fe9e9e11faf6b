/**
 * What people who look for help with a login also ask for, and no question here is about. Their other
 * words (login, link, token) are on the page, and would find something that does not answer them.
 */
const TOPICS: readonly RegExp[] = [
  // Somebody else says who the user is.
  /\b(saml|sso|oauth2?|oidc|openid|ldap|kerberos|keycloak|okta|auth0|cognito|active directory)\b/,
  /\bsingle sign[ -]?(on|in)\b/,
  /\bsocial (login|sign[ -]?(on|in|up))\b/,
  /\b(log|sign)(ging|ing)?[ -]?in (with|using|via|by|through) (google|facebook|apple|github|microsoft|twitter|linkedin)\b/,
  // Another proof than a password.
  /\b(passkeys?|webauthn|fido2?|yubikey|biometrics?|fingerprint login|face ?id)\b/,
  /\b(2fa|mfa|totp|otp|one[ -]time (password|passcode|code)s?)\b/,
  /\b(two|multi|second)[ -]factors?\b/,
  /\b(magic|e-?mail(ed)?) (login )?links?\b/,
  /\b(passwordless|sms|authenticator app|recovery codes?|backup codes?|qr[ -]code)\b/,
  /\b(client certificates?|mtls|mutual tls|basic auth(entication)?|digest auth(entication)?|api[ -]keys?)\b/,
  // The account, before and beside its login.
  /\b(forgot(ten)?|lost|reset(ting)?|recover(ing|y)?)( (my|a|the|your))? passwords?\b/,
  /\bpasswords? (reset|recovery|strength|policy|rules|manager|generator)\b/,
  /\b(verify|verif(ied|ies|ying)|confirm(ed|ing|ation)?|validat(e|ed|ing|ion)) (of )?(an? |the |my |your )?e-?mails?\b/,
  /\bsend(ing)? (an? )?e-?mails?\b/,
  /\be-?mail (verification|confirmation|validation)\b/,
  /\b(register|registration|sign[ -]?up) (form|page|flow|e-?mail)\b/,
  // Who may try, and how often.
  /\b(re)?captchas?\b/,
  /\brate[ -]limit(s|er|ing|ed)?\b/,
  /\b(lock(ed|ing|s)?( (an?|the|my|out))* accounts?|account lock(out|ed|ing)?|credential stuffing)\b/,
  /\bfailed (logins?|login attempts|log-?ins?|sign-?ins?|attempts)\b/,
];

/** Tells whether a text asks for something that no question here is about. */
export function isElsewhere(text: string): boolean {
  const plain = text.toLowerCase().replace(/\s+/g, ' ');
  return TOPICS.some((topic) => topic.test(plain));
}

import { PASSWORD_VARIABLE } from './options.ts';

export const HELP = `check-server <address> --username <name> [options]

Logs in at your own server on this machine, finds out how login, profile and logout work, and says
what is wrong with them. The password comes from --password or from ${PASSWORD_VARIABLE}.

  check-server http://localhost:3000 --username ada
  check-server http://localhost:3000/api --username ada@example.com --password secret1
  check-server https://localhost:3443 --username ada --profile-path /dashboard    (own certificate)
  check-server http://localhost:3000 --username ada --profile-path http://localhost:4000/me

What it finds out by itself, and you can say (a path, or an address on this machine):
  --login-path --login-as json|form|multipart --username-field --password-field   the login
  --login-also grant_type=password       what else its body holds; user.email stands inside user
  --csrf-path                            the page that brings a CSRF token
  --origin http://localhost:5173|none    the page that asks, where the server lets in that alone
  --profile-path --profile-method        a page that only a user gets
  --logout-path --logout-method          the logout: POST, GET or DELETE
  --profile-query '{ me { id } }' --logout-query 'mutation { logout }'    of GraphQL
  --cookie-name                          the cookie that counts, where there are several
  --token-field data.token               the token in the login's answer
  --token-as Bearer|JWT|Token            the word before it in Authorization
  --token-header x-access-token          the header that takes it, where that is another
  --forwarded-proto                      says X-Forwarded-Proto: https, as a proxy would

What it tries beyond that:
  --slow-path <path>      a slow page: is the session written back after the logout?
  --secret <text>         your own signing secret, to try what it takes one for; any number of times
  --wordlist <file>       more secrets to guess, one on each line
  --public-key <file>     of a token that is signed with a private one, where no page shows it

How it reports:
  --json                  the report as JSON, alone on stdout; progress is on stderr
  --strict                warnings count too; --allow <check> lets one finding be
  --wait <seconds>        waits for a server that is starting, and for a token to end
  --timeout <ms>          for each answer

Examples by kind:
  a session in a cookie   check-server http://localhost:3000 --username ada
  a form with CSRF        check-server http://localhost:3000 --username ada --login-path /sign-in
  a JWT in a header       check-server http://localhost:3000 --username ada --token-as Bearer
  a JWT in a cookie       check-server http://localhost:3000 --username ada --cookie-name token

fail: somebody gets in who must not, or the user does not. warn: a door less. note: good to know.
The exit code is 0 without findings that count, 1 with some, 2 when nothing could be checked, or
when a limit on logins left no more than a part of it to be (--allow login.limit lets that be).
The user must exist. Some logins are wrong ones: a limit on attempts, or a lock, gets in the way.
Not served: a login by a third party (OAuth, OpenID), by a code or a key (2FA, passkeys), with a
captcha, over a WebSocket, by the browser itself (HTTP Basic); a server on another machine.`;

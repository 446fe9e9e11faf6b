import type { Strategy } from '../../../src/sim/strategy.ts';
import type { OtherFact } from '../otherFacts.ts';

/*
 * No sentence is typed in: for every step and lane, the facts that its sentence says, each with a
 * run in which the fact is another one, and the sentence with it.
 */
/** What the sentence of the walk says, how the run is another, and what it says then. */
export type Fact = readonly [was: string, otherwise: OtherFact, is: string];

export const NARRATED: Readonly<Record<number, Readonly<Record<Strategy, readonly Fact[]>>>> = {
  0: {
    session: [
      ['no cookies', 'a client that keeps all', '1 cookie'],
      ['no records', 'a record everywhere', '1 record'],
      ['1 secret', 'two session secrets', '2 secrets'],
    ],
    token: [
      ['no tokens', 'a client that keeps all', '1 token'],
      ['no session stores', 'a record everywhere', '1 session store'],
      ['1 secret', 'no secrets', 'no secrets'],
    ],
  },
  1: {
    session: [
      ['ada', 'another name', 'grace'],
      ['/login', 'another target', '/api/login'],
      ['45', 'a longer password', '53'],
    ],
    token: [
      ['ada', 'another name', 'grace'],
      ['/login', 'another target', '/api/login'],
      ['45', 'a longer password', '53'],
    ],
  },
  2: {
    session: [
      ['ada', 'another name', 'grace'],
      ['they match', 'the wrong password', 'the password does not match'],
    ],
    token: [
      ['ada', 'another name', 'grace'],
      ['they match', 'the wrong password', 'the password does not match'],
    ],
  },
  3: {
    session: [
      ['regenerate() draws a fresh', 'no regenerate', 'Without regenerate()'],
      ['pLii…xPE4', 'another seed', 'wssE'],
      ["{ userId: 'abc123' }", 'another user ID', "{ userId: 'user-77' }"],
      ['for 15 min, until 12:15:00', 'a shorter session', 'for 1 min, until 12:01:00'],
      ['until 12:15:00', 'another start', 'until 13:17:03'],
      ['for 15 min', 'a session without end', 'for ever'],
      ['the store keeps', 'the wrong password', 'Nothing is created'],
    ],
    token: [
      [
        "{ id: 'abc123', iat: 1767268800, exp: 1767269700 }",
        'another user ID',
        "{ id: 'user-77', iat: 1767268800, exp: 1767269700 }",
      ],
      ['exp: 1767269700', 'a shorter token', 'exp: 1767268920'],
      ['147', 'another user ID', '148'],
      ['HS256', 'another algorithm', 'HS512'],
      ['for 15 min, until 12:15:00', 'a shorter token', 'for 2 min, until 12:02:00'],
      ['The server signs', 'the wrong password', 'Nothing is created'],
    ],
  },
  4: {
    session: [
      ['200 OK', 'another status', '500 Internal Server Error'],
      ['Set-Cookie: connect.sid=s%3ApLii', 'another seed', 'Set-Cookie: connect.sid=s%3AwssE'],
      ['pLii…xPE4', 'another seed', 'wssE'],
      ['Set-Cookie', 'Secure over http', 'sends no cookie'],
      ['200 OK', 'the wrong password', '401'],
    ],
    token: [
      ['200 OK', 'another status', '500 Internal Server Error'],
      ['{"token":"eyJ', 'the wrong password', 'No credential is made'],
      ['147', 'another user ID', '148'],
      ['200 OK', 'the wrong password', '401'],
    ],
  },
  5: {
    session: [
      ['connect.sid', 'the wrong password', 'set no cookie'],
      ['localhost', 'another origin', 'bank.test'],
      ['localhost/ until', 'a cookie for a path', 'localhost/app until'],
      ['12:15:00', 'a shorter session', '12:01:00'],
      ['12:15:00', 'a session without end', 'the browser closes'],
      ['scripts cannot read', 'a cookie without HttpOnly', 'scripts can read'],
      ['HttpOnly', 'Secure over http', 'set no cookie'],
    ],
    token: [
      ['147', 'another user ID', '148'],
      ['localStorage', 'a token in memory', 'a variable'],
      ['characters', 'the wrong password', 'no token'],
    ],
  },
  6: {
    session: [
      ['/profile', 'another page', '/admin'],
      ['Cookie: connect.sid=s%3ApLii', 'another seed', 'Cookie: connect.sid=s%3AwssE'],
      ['attaches', 'Secure over http', 'none is sent'],
    ],
    token: [
      ['/profile', 'another page', '/admin'],
      ['Authorization: Bearer eyJ', 'the wrong password', 'sets no Authorization header'],
    ],
  },
  7: {
    session: [
      ["get('pLii…xPE4')", 'another seed', "get('wssE"],
      ["{ userId: 'abc123' }", 'another user ID', "{ userId: 'user-77' }"],
      ['12:15:00', 'a shorter session', '12:01:00'],
      ['12:15:00', 'a session without end', 'good until destroyed'],
      [
        'asks the store',
        'Secure over http',
        'does not ask the store: the request carries no session',
      ],
    ],
    token: [
      ["id: 'abc123'", 'another user ID', "id: 'user-77'"],
      ['12:15:00', 'a shorter token', '12:02:00'],
      ['after 12:00:00', 'another start', 'after 13:02:03'],
      ['HS256', 'another algorithm', 'HS512'],
      ['signature: it fits', 'the wrong password', 'the request carries no token'],
    ],
  },
  8: {
    session: [
      ['200 OK', 'another status', '500 Internal Server Error'],
      ['abc123', 'another user ID', 'user-77'],
      ['sets no cookie', 'a rolling cookie', 'sets the cookie again'],
      ['nothing moves the browser’s own', 'a rolling cookie', 'browser’s copy with it'],
      ['touch() sets', 'a session without end', 'Neither the record nor the cookie has a date'],
      ['12:15:00', 'another start', '13:17:03'],
      ['200 OK', 'Secure over http', '401'],
    ],
    token: [
      ['200 OK', 'another status', '500 Internal Server Error'],
      ['abc123', 'another user ID', 'user-77'],
      ['12:15:00', 'a shorter token', '12:02:00'],
      ['200 OK', 'the wrong password', '401'],
    ],
  },
  9: {
    session: [
      ['POST /logout', 'another target', 'POST /api/logout'],
      ["destroy('pLii…xPE4')", 'another seed', "destroy('wssE"],
      ['destroy(', 'a record that is kept', 'keeps the record'],
      ['204', 'another status', '500'],
      ['the jar drops it', 'a cookie that is kept', 'The browser keeps a cookie'],
      ['would be refused', 'a record that is kept', 'still be accepted for 15 min, until 12:15:00'],
      ['no record under that', 'a token refused', 'its exp has passed'],
    ],
    token: [
      ['no requests', 'a logout that is sent', '1 request'],
      ['for 15 min, until 12:15:00', 'a shorter token', 'for 2 min, until 12:02:00'],
      ['still be accepted', 'a token refused', 'would be refused: its exp has passed'],
    ],
  },
  10: {
    session: [
      ['no records', 'a record that is kept', '1 record'],
      ['went with the logout request', 'a record that is kept', 'Nothing is cleaned up'],
      ['would be refused', 'a record that is kept', 'still be accepted'],
    ],
    token: [
      ['no records', 'a record everywhere', '1 record'],
      ['for 15 min, until 12:15:00', 'another start', 'until 13:17:03'],
      ['still be accepted', 'a token refused', 'would be refused'],
    ],
  },
  11: {
    session: [
      ['/profile', 'another page', '/admin'],
      ['401', 'another status', '500'],
      ['carries no cookie', 'a cookie that is kept', 'carries a cookie that opens nothing'],
      ['no session cookie', 'a cookie that is kept', 'no record under that session ID'],
    ],
    token: [
      ['/profile', 'another page', '/admin'],
      ['401', 'another status', '500'],
    ],
  },
  12: {
    session: [
      ['no records', 'a record that is kept', '1 record'],
      ['the jar is empty', 'a cookie that is kept', 'the jar still has a cookie'],
      ['would be refused', 'a record that is kept', 'still be accepted'],
    ],
    token: [
      ['the token is gone', 'a client that keeps all', 'The client still has its token'],
      ['no records', 'a record everywhere', '1 record'],
      ['for 15 min, until 12:15:00', 'a shorter token', 'for 2 min, until 12:02:00'],
    ],
  },
};

import { answer, type Case, starts, waitUntil } from './acts.ts';

const LOGIN = [
  'unset=1',
  'same=1',
  'changed=1',
  'unknown=1; SameSite=x',
  'lasting=1; Max-Age=600',
  'lax=1; SameSite=Lax',
  'loosened=1; SameSite=Lax',
];

/** How old a cookie without SameSite may be to ride on a POST from another site: two minutes, here ten seconds. */
export const AGE: readonly Case[] = [
  {
    rule: 'a cookie without SameSite rides on a POST from another site while it is young',
    acts: [
      answer('bank/', ...LOGIN),
      starts('evil/', 'POST form', 'bank/', 'unset=1; same=1; changed=1; unknown=1; lasting=1'),
      starts('evil/', 'fetch POST', 'bank/', null),
      waitUntil(5),
      // A new value makes a cookie young again, the same value does not.
      answer('bank/', 'same=1', 'changed=2', 'loosened=1'),
      starts(
        'evil/',
        'POST form',
        'bank/',
        'unset=1; same=1; unknown=1; lasting=1; loosened=1; changed=2',
      ),
      waitUntil(10.5),
      starts('evil/', 'POST form', 'bank/', 'changed=2'),
      starts('evil/', 'fetch POST', 'bank/', null),
      starts(
        'evil/',
        'link',
        'bank/',
        'unset=1; same=1; unknown=1; lasting=1; lax=1; loosened=1; changed=2',
      ),
      starts(
        'sub/',
        'POST form',
        'bank/',
        'unset=1; same=1; unknown=1; lasting=1; lax=1; loosened=1; changed=2',
      ),
    ],
  },
];

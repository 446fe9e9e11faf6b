import { answer, type Case, starts, wait } from './acts.ts';

/** How old a cookie without SameSite may be to ride on a POST from another site: two minutes, here ten seconds. */
export const AGE: readonly Case[] = [
  {
    rule: 'a cookie without SameSite rides on a POST form from another site for two minutes',
    acts: [
      answer(
        'bank/',
        'unset=1',
        'same=1',
        'other=1',
        'garbage=1; SameSite=x',
        'max=1; Max-Age=600',
        'lax=1; SameSite=Lax',
        'was=1; SameSite=Lax',
      ),
      starts('evil/', 'POST form', 'bank/', 'unset=1; same=1; other=1; garbage=1; max=1'),
      wait(8),
      answer('bank/', 'same=1', 'other=2', 'was=1'),
      starts('evil/', 'POST form', 'bank/', '?'),
      wait(3),
      starts('evil/', 'POST form', 'bank/', '?'),
      starts('evil/', 'link', 'bank/', '?'),
      starts('evil/', 'fetch POST', 'bank/', '?'),
      starts('sub/', 'POST form', 'bank/', '?'),
    ],
  },
];

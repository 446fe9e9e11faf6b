import { readKeptCookie } from '../../../read/held/heldAt.ts';
import { readSentCredential, takesCookieAway } from '../../../read/message/exchange.ts';
import type { Moment } from '../../../read/moment.ts';
import { joinSentences, say } from '../../../richText.ts';
import type { RichText } from '../../../telling.ts';
import { sayCopyInShort, sayDroppedCopy } from '../../credential/copy.ts';
import { sayStatus } from '../../lane/status.ts';
import { nameInCell, nameParts, namePartsFirst, nameServer, sayAt } from '../../names.ts';
import type { SwappedWords } from './swap.ts';

/** What became of the cookies in the jar. */
function sayCookies(moment: Moment): RichText {
  const { browser } = moment;
  const { jar } = nameParts(browser);
  const held = readKeptCookie(moment, browser) !== undefined;
  const brought = readSentCredential(moment) !== null;
  if (!takesCookieAway(moment))
    return say`${sayStatus(moment)} sets no cookie, because these are Secure and this is plain http; ${{ plain: jar }} is as it was.`;
  if (!brought && !held)
    return say`${sayStatus(moment)} clears cookies that are not there, and ${{ plain: jar }} is empty as before.`;
  return held
    ? say`${sayStatus(moment)} expires both cookies, and ${{ plain: jar }} keeps one all the same.`
    : say`${sayStatus(moment)} expires both cookies, so ${{ plain: jar }} drops them.`;
}

const sayLogout = (moment: Moment): RichText =>
  joinSentences(
    say`${'POST /logout'}: ${{ plain: nameServer(moment) }} sets ${'req.session'} to nothing. It looks at no session, and has no record that it could destroy.`,
    sayCookies(moment),
    sayDroppedCopy(moment),
  );

const sayResult = () => 'Cookies cleared, token discarded';

const request: SwappedWords = {
  cell: ({ browser }) => `${nameInCell(browser)} requests logout`,
  detail: (moment) =>
    `${moment.lane.outcome.status}, ${takesCookieAway(moment) ? 'cookies cleared' : 'no cookie cleared'}`,
  sentence: sayLogout,
  result: sayResult,
};

const sayRest = (moment: Moment): RichText =>
  joinSentences(
    'The server had written nothing down, so there is nothing to destroy, and nothing to refuse a copy by.',
    sayDroppedCopy(moment),
  );

function sayEverywhere(moment: Moment): RichText {
  const { browser } = namePartsFirst(moment.browser);
  return joinSentences(
    say`${'POST /logout'}${{ plain: sayAt(moment) }}, as at any logout, is answered ${sayStatus(moment)}: ${{ plain: browser }} drops its cookies, and nobody else’s are reached. The server wrote no session down, so it knows of no others and can end none.`,
    sayDroppedCopy(moment),
  );
}

/** A logout where there is nothing to destroy. */
export const LOGOUT_IN_COOKIE = {
  'logout.request': request,
  'logout.cleanup': {
    cell: () => 'Nothing to destroy',
    detail: sayCopyInShort,
    sentence: sayRest,
  },
  'logout.whole': { ...request, result: sayResult },
} as const satisfies Readonly<Record<string, SwappedWords>>;

/** A logout everywhere that reaches one browser. */
export const EVERYWHERE_IN_COOKIE = {
  'logout.everywhere': {
    cell: () => 'This browser drops its cookies only',
    detail: sayCopyInShort,
    sentence: sayEverywhere,
  },
} as const satisfies Readonly<Record<string, SwappedWords>>;

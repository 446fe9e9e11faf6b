import { readBodyBytes, typesOld } from '../../../read/action/login.ts';
import { readTarget } from '../../../read/check/wholeRequest.ts';
import { readKeptCookie, readKeptToken } from '../../../read/held/heldAt.ts';
import { holdsPlantedToken } from '../../../read/held/planted.ts';
import { readSentCredential } from '../../../read/message/exchange.ts';
import type { Moment } from '../../../read/moment.ts';
import { say } from '../../../richText.ts';
import type { RichText } from '../../../telling.ts';
import { namePartsFirst, sayAt } from '../../names.ts';
import { sayRequestLine } from '../requestLine.ts';
import type { StepWords } from '../stepWords.ts';
import { sayTitle } from '../title.ts';

const sayPosted = (moment: Moment): RichText =>
  say`${{ plain: namePartsFirst(moment.browser).browser }} posts ${moment.settings.user.username} and the password to ${readTarget(moment)}${{ plain: sayAt(moment) }}, ${readBodyBytes(moment)} bytes of JSON. Only TLS keeps them secret on the way; this walk assumes it from here on.`;

/** The login request: the one message that carries the password. */
export const LOGIN_REQUEST: StepWords = {
  title: (step) =>
    sayTitle(step, {
      user: typesOld(step.session) ? 'User sends the old password' : 'User sends login request',
      attacker: 'Attacker sends login request',
    }),
  session: {
    cell: (moment) =>
      readKeptCookie(moment, moment.browser)
        ? 'An older session cookie rides along'
        : 'No session yet',
    detail: sayRequestLine,
    sentence: sayPosted,
  },
  token: {
    cell: (moment) => {
      const { browser } = moment;
      if (!readKeptToken(moment, browser)) return 'No token yet';
      const which = holdsPlantedToken(moment) ? 'The planted' : 'An older';
      return `${which} token ${readSentCredential(moment) ? 'rides along' : 'is not sent'}`;
    },
    detail: sayRequestLine,
    sentence: sayPosted,
  },
  result: () => 'Server receives credentials',
  done: 'Sent',
};

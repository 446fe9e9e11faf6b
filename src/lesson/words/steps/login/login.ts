import { LOGIN_CREATE } from './create.ts';
import { LOGIN_REQUEST } from './request.ts';
import { LOGIN_RESPOND } from './respond.ts';
import { LOGIN_STORE } from './store.ts';
import { LOGIN_VERIFY } from './verify.ts';
import { LOGIN_WHOLE } from './whole.ts';

/** The words of a login: its five phases, and all of them in one step. */
export const LOGIN = {
  'login.request': LOGIN_REQUEST,
  'login.verify': LOGIN_VERIFY,
  'login.create': LOGIN_CREATE,
  'login.respond': LOGIN_RESPOND,
  'login.store': LOGIN_STORE,
  'login.whole': LOGIN_WHOLE,
};

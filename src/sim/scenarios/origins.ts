import type { FrontEnd } from '../settings.ts';
import type { SettingsChange } from './toScenarios.ts';
import { END, LOGIN, REQUEST, toScenarios } from './toScenarios.ts';

/** The page of a development server beside the API of the walk: another port, so another origin of the same site. */
const OTHER_PORT = 'http://localhost:5173';
/** For a browser another site than localhost, though the same machine. */
const BY_ADDRESS = 'http://127.0.0.1:3000';
const API = 'https://api.localhost:3000';
const APP_OF_ANOTHER_SITE = 'https://app.localhost:5173';

/** A page and its API on two hosts of one domain: to a browser two origins of one site. */
const fromSubdomain = (credentials: FrontEnd['credentials']): SettingsChange => ({
  origin: 'http://api.bank.localhost:3000',
  frontEnd: { origin: 'http://app.bank.localhost:3000', credentials, cors: 'credentials' },
});

const visit = [LOGIN, REQUEST, END];
const fromOtherPort = (
  cors: FrontEnd['cors'],
  credentials: FrontEnd['credentials'] = 'include',
) => ({ frontEnd: { origin: OTHER_PORT, credentials, cors } });

const acrossSites: SettingsChange = {
  origin: API,
  session: { sameSite: 'none', secure: true },
  frontEnd: { origin: APP_OF_ANOTHER_SITE, credentials: 'include', cors: 'credentials' },
};

/** Browsers speak https with the proxy, which speaks http with the server. */
const behindProxy = (tells: boolean, trusted: boolean): SettingsChange => ({
  origin: 'https://localhost:3000',
  session: { secure: true },
  tlsProxy: { tells, trusted },
});

export const ORIGINS = toScenarios([
  {
    id: 'cors-none',
    title: 'Page on another port, no CORS',
    question: 'Why does CORS policy block my login?',
    change: fromOtherPort('none'),
    actions: [{ type: 'login' }, REQUEST, END],
  },
  {
    id: 'cors-any-origin',
    title: 'Any origin allowed (*): cookie and token',
    question: 'Why does Access-Control-Allow-Origin: * not help with cookies?',
    change: fromOtherPort('any'),
    actions: visit,
  },
  {
    id: 'cors-other-origin',
    title: 'The wrong origin allowed',
    question: 'The server sends Access-Control-Allow-Origin: why is it still blocked?',
    change: fromOtherPort('other'),
    actions: visit,
  },
  {
    id: 'cors-without-credentials',
    title: 'Origin allowed, credentials not',
    question: 'What is Access-Control-Allow-Credentials for?',
    change: fromOtherPort('origin'),
    actions: visit,
  },
  {
    id: 'fetch-without-credentials',
    title: 'fetch without credentials: include',
    question: 'The login is answered 200: why is there no cookie?',
    change: fromOtherPort('credentials', 'same-origin'),
    actions: visit,
  },
  {
    id: 'fetch-with-credentials',
    title: 'Another port, with credentials',
    question: 'Does a cookie work from localhost:5173 to localhost:3000?',
    change: fromOtherPort('credentials'),
    actions: [{ type: 'login' }, { type: 'request' }, END],
  },
  {
    id: 'subdomain-without-credentials',
    title: 'API on another subdomain, fetch’s default',
    question: 'My page is on app. and my API on api.: why does fetch send no cookie?',
    change: fromSubdomain('same-origin'),
    actions: visit,
  },
  {
    id: 'subdomain-with-credentials',
    title: 'API on another subdomain, with credentials',
    question: 'What does a cookie need between app. and api. of one domain?',
    change: fromSubdomain('include'),
    actions: [{ type: 'login' }, { type: 'request' }, END],
  },
  {
    id: 'front-end-other-site',
    title: 'Page and server on different sites',
    question: 'All CORS headers are right: why is the cookie not kept?',
    change: {
      origin: BY_ADDRESS,
      frontEnd: { origin: OTHER_PORT, credentials: 'include', cors: 'credentials' },
    },
    actions: visit,
  },
  {
    id: 'front-end-other-site-none',
    title: 'Cookie and token across sites',
    question: 'What does a cookie need to work across sites?',
    change: acrossSites,
    actions: visit,
  },
  {
    id: 'front-end-third-party',
    title: 'Different sites, third-party cookies blocked',
    question: 'My cookie is SameSite=None: why does it not work in every browser?',
    change: {
      ...acrossSites,
      thirdPartyCookies: 'blocked',
    },
    actions: visit,
  },
  {
    id: 'proxy-untrusted',
    title: 'Behind a proxy, without trust proxy',
    question: 'Behind nginx the login is answered 200: why is there no cookie?',
    change: behindProxy(true, false),
    actions: [{ type: 'login' }, REQUEST, END],
  },
  {
    id: 'proxy-silent',
    title: 'A proxy without X-Forwarded-Proto',
    question: 'trust proxy is set: why is there still no cookie?',
    change: behindProxy(false, true),
    actions: visit,
  },
  {
    id: 'proxy-trusted',
    title: 'Behind a proxy, with trust proxy',
    question: 'What does a Secure cookie need behind a proxy?',
    change: behindProxy(true, true),
    actions: visit,
  },
  {
    id: 'proxy-secure-auto',
    title: "Behind a proxy, secure: 'auto'",
    question: "Does secure: 'auto' save me from trust proxy?",
    change: { ...behindProxy(true, false), session: { secure: 'auto' } },
    actions: [{ type: 'login' }, REQUEST, END],
  },
]);

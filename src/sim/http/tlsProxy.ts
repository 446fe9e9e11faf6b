import type { Message } from '../message.ts';
import type { Settings } from '../settings.ts';

type Connection = Pick<Settings, 'origin' | 'tlsProxy'>;

const isHttps = ({ origin }: Connection) => origin.startsWith('https:');

/** Tells whether a request came by https, for all that the application knows. @see Express 5 `req.secure`, express-session `issecure` */
export function arrivesSecurely(settings: Connection): boolean {
  const { tlsProxy } = settings;
  return isHttps(settings) && (!tlsProxy || (tlsProxy.tells && tlsProxy.trusted));
}

/** Returns a request as the server gets it: with the field that a proxy before it adds. */
export function toForwarded(request: Message, settings: Connection): Message {
  if (!settings.tlsProxy?.tells || !isHttps(settings)) return request;
  return { ...request, headers: [...request.headers, ['X-Forwarded-Proto', 'https']] };
}

/** Returns whether a cookie is to be Secure, by what the application wants. */
export function toSecure(settings: Connection & Pick<Settings, 'session'>): boolean {
  const { secure } = settings.session;
  return secure === 'auto' ? arrivesSecurely(settings) : secure;
}

import { randomBytes } from 'node:crypto';
import type { Case } from '../suite.ts';
import { type Answer, NOT_FOUND, servePlainly } from './plainServer.ts';

const next = () => randomBytes(16).toString('hex');
const page = (body: string, status = 200): Answer => ({
  status,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: `<!doctype html><html><title>Site</title>${body}`,
});
const to = (place: string, cookie?: string): Answer => ({
  status: 303,
  headers: { Location: place, ...(cookie && { 'Set-Cookie': cookie }) },
});

/** Serves a login that leads to `finish` with a ticket for one use, which brings the cookie. */
function serveTicket(finish: string) {
  const tickets = new Set<string>();
  const users = new Set<string>();
  return servePlainly(({ route, form, cookies }) => {
    const id = cookies.get('site') ?? '';
    const [path = '', ticket = ''] = route.split('?ticket=');
    if (route === 'GET /login') {
      return page(
        '<form method="post"><input name="username"><input type="password" name="password"></form>',
      );
    }
    if (route === 'POST /login') {
      const isRight = form.username === 'ada' && form.password === 'correct horse';
      if (!isRight) return page('<p>Wrong name or password', 401);
      const made = next();
      tickets.add(made);
      return to(`${finish}?ticket=${made}`);
    }
    if (path === `GET ${finish}`) {
      if (!tickets.delete(ticket)) return to('/login');
      users.delete(id);
      const made = next();
      users.add(made);
      return to('/home', `site=${made}; Path=/; HttpOnly; SameSite=Lax`);
    }
    if (route === 'GET /home') {
      const out = '<form method="post" action="/logout"><button>Log out</button></form>';
      return users.has(id) ? page(`<p>Ada</p>${out}`) : to('/login');
    }
    if (route !== 'POST /logout') return NOT_FOUND;
    users.delete(id);
    return to('/login', 'site=; Path=/; Max-Age=0');
  });
}

/** Logins whose cookie comes by the way to the page after them. */
export const TICKETS: readonly Case[] = ['/finish', '/login/finish'].map((finish) => ({
  name: `ticket: the cookie comes with ${finish}`,
  app: () => serveTicket(finish),
  finds: /login: POST \/login as a form[\s\S]*session ID[\s\S]*GET \/home[\s\S]*POST \/logout/,
}));

import { randomBytes } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import fastifyForm from '@fastify/formbody';
import fastifyJwt from '@fastify/jwt';
import fastifySession from '@fastify/session';
import { getRequestListener } from '@hono/node-server';
import Router from '@koa/router';
import fastify from 'fastify';
import { Hono } from 'hono';
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { jwt as honoJwt, sign } from 'hono/jwt';
import Koa from 'koa';
import koaBody from 'koa-bodyparser';
import koaSession from 'koa-session';

const SECRET = 'a secret of the tests that stands in no list';
const ADA = { id: 'abc123', name: 'Ada Lovelace' };
const isAda = ({ username, password } = {}) => username === 'ada' && password === 'correct horse';

/** Makes a listener of a Fastify app, which has to be ready first. */
async function toListener(app) {
  await app.ready();
  return (request, response) => app.routing(request, response);
}

/**
 * An ID by @fastify/session in a cookie.
 * @param {Readonly<Record<string, unknown>>} [flaws]
 */
export async function serveFastifySession({ regenerate = true, destroy = true } = {}) {
  const app = fastify();
  await app.register(fastifyCookie);
  await app.register(fastifySession, {
    secret: SECRET,
    saveUninitialized: false,
    cookie: { secure: false, sameSite: 'lax', maxAge: 900_000 },
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.header('Cache-Control', 'no-store');
  });
  app.post('/login', async (request, reply) => {
    if (!isAda(request.body ?? {})) return reply.code(401).send({ error: 'no' });
    if (regenerate) await request.session.regenerate();
    request.session.user = ADA.id;
    return { ok: true };
  });
  app.get('/me', async (request, reply) =>
    request.session.user ? ADA : reply.code(401).send({ error: 'no' }),
  );
  app.post('/logout', async (request, reply) => {
    if (destroy) await request.session.destroy();
    reply.clearCookie('sessionId', { path: '/' });
    return { ok: true };
  });
  return toListener(app);
}

/**
 * A JWT by @fastify/jwt, and a schema that lets no other member in.
 * @param {Readonly<Record<string, unknown>>} [flaws]
 */
export async function serveFastifyJwt({ secret = SECRET, expiresIn = '15m' } = {}) {
  const app = fastify();
  await app.register(fastifyForm);
  await app.register(fastifyJwt, { secret, sign: { expiresIn } });
  const properties = { email: { type: 'string' }, password: { type: 'string' } };
  const body = {
    ...{ type: 'object', required: ['email', 'password'], additionalProperties: false },
    properties,
  };
  app.post('/auth/login', { schema: { body } }, async (request, reply) => {
    const { email, password } = request.body;
    if (email !== 'ada@example.com' || password !== 'correct horse') {
      return reply.code(401).send({ error: 'no' });
    }
    reply.header('Cache-Control', 'no-store');
    return { token: app.jwt.sign({ sub: ADA.id }) };
  });
  app.get('/auth/me', async (request, reply) => {
    try {
      await request.jwtVerify();
    } catch {
      return reply.code(401).header('WWW-Authenticate', 'Bearer').send({ error: 'no' });
    }
    reply.header('Cache-Control', 'no-store');
    return ADA;
  });
  return toListener(app);
}

/**
 * koa-session: the session is in the cookie, or with a store behind an ID.
 * @param {Readonly<Record<string, unknown>>} [flaws]
 */
export function serveKoa({ store, keys = [SECRET], regenerate = false } = {}) {
  const app = new Koa();
  app.silent = true;
  app.keys = keys;
  app.use(koaBody());
  app.use(koaSession({ sameSite: 'lax', maxAge: 900_000, ...(store && { store }) }, app));
  const router = new Router();
  router.post('/login', (ctx) => {
    if (!isAda(ctx.request.body)) {
      ctx.status = 401;
      ctx.body = { error: 'no' };
      return;
    }
    if (regenerate) ctx.session.regenerate();
    ctx.session.user = ADA.id;
    ctx.body = { ok: true };
  });
  router.get('/profile', (ctx) => {
    ctx.set('Cache-Control', 'no-store');
    ctx.status = ctx.session.user ? 200 : 401;
    ctx.body = ctx.session.user ? ADA : { error: 'no' };
  });
  router.post('/logout', (ctx) => {
    ctx.session = null;
    ctx.status = 204;
  });
  app.use(router.routes());
  return app.callback();
}

export function makeKoaStore() {
  const records = new Map();
  return {
    get: async (key) => records.get(key),
    set: async (key, record) => void records.set(key, structuredClone(record)),
    destroy: async (key) => void records.delete(key),
  };
}

/**
 * Hono with an ID in a signed cookie.
 * @param {Readonly<Record<string, unknown>>} [flaws]
 */
export function serveHonoSession({ guard = false } = {}) {
  const app = new Hono();
  const known = new Set();
  if (guard) app.use(csrf());
  app.post('/api/login', async (c) => {
    const body = await c.req.json().catch(() => null);
    if (!isAda(body ?? {})) return c.json({ error: 'no' }, 401);
    const id = randomBytes(16).toString('hex');
    known.add(id);
    await setSignedCookie(c, 'sid', id, SECRET, { httpOnly: true, sameSite: 'Lax', path: '/' });
    return c.json({ ok: true });
  });
  const read = (c) => getSignedCookie(c, SECRET, 'sid');
  app.get('/api/me', async (c) => {
    c.header('Cache-Control', 'no-store');
    return known.has(await read(c)) ? c.json(ADA) : c.json({ error: 'no' }, 401);
  });
  app.post('/api/logout', async (c) => {
    known.delete(await read(c));
    deleteCookie(c, 'sid', { path: '/' });
    return c.json({ ok: true });
  });
  return getRequestListener(app.fetch);
}

/**
 * Hono's own middleware for a JWT in a header.
 * @param {Readonly<Record<string, unknown>>} [flaws]
 */
export function serveHonoJwt({ secret = SECRET } = {}) {
  const app = new Hono();
  app.post('/login', async (c) => {
    const body = await c.req.json().catch(() => null);
    if (!isAda(body ?? {})) return c.json({ error: 'no' }, 401);
    c.header('Cache-Control', 'no-store');
    const exp = Math.floor(Date.now() / 1000) + 900;
    return c.json({ token: await sign({ sub: ADA.id, exp }, secret, 'HS256') });
  });
  app.use('/me', honoJwt({ secret, alg: 'HS256' }));
  app.get('/me', (c) => {
    c.header('Cache-Control', 'no-store');
    return c.json(ADA);
  });
  return getRequestListener(app.fetch);
}

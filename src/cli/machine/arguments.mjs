import { parseArgs } from 'node:util';
import { Complaint } from './complaint.mjs';

/**
 * Parses a command's arguments with node:util. @throws Complaint that names the bad one.
 * @template {NonNullable<import('node:util').ParseArgsConfig['options']>} T
 * @param {string[]} args
 * @param {T} options
 * @param {boolean} [allowPositionals]
 * @returns {ReturnType<typeof parseArgs<{ options: T, allowPositionals: true }>>}
 */
export function parseArguments(args, options, allowPositionals = false) {
  try {
    return parseArgs({ args, options, allowPositionals });
  } catch (error) {
    const [problem] = error.message.split('. ');
    throw new Complaint(problem.endsWith('.') ? problem : `${problem}.`);
  }
}

/** Reads a port number (0 to 65535). @throws Complaint for anything else. */
export function parsePort(text) {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65535) return port;
  throw new Complaint(`${JSON.stringify(text)} is not a port: give a number from 0 to 65535.`);
}

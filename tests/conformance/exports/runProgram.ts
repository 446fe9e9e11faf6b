import { spawn } from 'node:child_process';

/** How a process ended, and all that it said. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

interface RunOptions {
  /** What it reads. */
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** Runs a program with what it reads; nothing waits for it but its caller: servers may be in this process. */
export const runProgram = (
  program: string,
  args: readonly string[],
  { input = '', env = {}, cwd }: RunOptions = {},
) =>
  new Promise<Ended>((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString('utf8');
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
    child.stdin.end(input);
  });

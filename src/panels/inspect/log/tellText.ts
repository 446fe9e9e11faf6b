import { type LogProblem, readLog } from '../../../lesson/inspect/log/readLog.ts';
import { type ToldLog, tellLog } from '../../../lesson/inspect/log/tellLog.ts';

/** What is known of a log. */
export type Told =
  | { readonly type: 'reading' }
  | { readonly type: 'problem'; readonly problem: LogProblem | 'unreadable' }
  | { readonly type: 'told'; readonly log: ToldLog; readonly left: number };

/** Lets the browser paint and answer before it goes on. */
const rest = () => new Promise<void>((done) => setTimeout(done, 0));

/** Reads and tells a log, in pieces. Never rejects. */
export async function tellText(read: () => Promise<string>): Promise<Told> {
  await rest();
  let text: string;
  try {
    text = await read();
  } catch {
    return { type: 'problem', problem: 'unreadable' };
  }
  const found = readLog(text);
  if (found.problem !== null) return { type: 'problem', problem: found.problem };
  await rest();
  const log = await tellLog(found.exchanges, Math.floor(Date.now() / 1000), rest);
  return { type: 'told', log, left: found.left };
}

import { checkServer } from './checkServer.ts';
import { HELP } from './help.ts';
import { parseOrder } from './options.ts';
import { formatReport } from './report/reportText.ts';

/** What the command says, and with which code it ends. */
export interface CommandResult {
  readonly text: string;
  readonly exitCode: number;
}

/** Runs check-server; `say` hears how it goes. @throws Complaint for bad arguments */
export async function checkServerCommand(
  args: readonly string[],
  say: (line: string) => void = () => {},
): Promise<CommandResult> {
  const order = parseOrder(args);
  if (!order) return { text: HELP, exitCode: 0 };
  const report = await checkServer(order, say);
  const text = order.json ? JSON.stringify(report, null, 2) : formatReport(report);
  return { text, exitCode: report.exitCode };
}

import { checkServer } from './checkServer.ts';
import { HELP } from './help.ts';
import { parseOrder } from './options.ts';
import { maskForms } from './report/mask.ts';
import { toPrintable } from './report/printable.ts';
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
  const { password } = order.settings;
  const report = await checkServer(order, (line) =>
    say(toPrintable(maskForms(line.replaceAll(password, '…')), 120)),
  );
  const text = order.json ? JSON.stringify(report, null, 2) : formatReport(report);
  return { text, exitCode: report.exitCode };
}

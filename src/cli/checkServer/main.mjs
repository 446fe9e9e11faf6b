/** Runs the command with this process's output. Nothing but the report stands on stdout. */
export async function runCheckServer(command, args) {
  // A reader such as head may close it early.
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  try {
    const { text, exitCode } = await command(args, (line) => console.error(`  ${line}`));
    process.exitCode = exitCode;
    process.stdout.write(`${text}\n`);
  } catch (error) {
    console.error(error.isComplaint ? error.message : error);
    process.exitCode = 2;
  }
}

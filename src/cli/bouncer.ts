/** The command `bouncer`: hands the process's arguments to main.ts and its exit code back. */
import { main } from './main.ts';

// `bouncer check … | head` closes the pipe early; that is no fault of anybody's.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = main(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  colour: process.stdout.isTTY && process.env['NO_COLOR'] === undefined
});

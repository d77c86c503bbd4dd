import { fileURLToPath } from 'node:url';
import { start, tied } from './children.mjs';

const program = fileURLToPath(new URL('foreign-program.mjs', import.meta.url));

/**
 * Starts a server that is not Node.js and so cannot notice by itself that its starter is gone. It runs
 * under a small program that can.
 *
 * @param options `cwd`, and `uid` and `gid` to run as another user
 * @param output what takes its standard output and error: a file's number
 * @returns that small program, which lives as long as the server
 */
export function startForeign(command, args, options, output) {
	const what = JSON.stringify({ command, args, ...options });
	return start(process.execPath, [...tied, program, what], {
		stdio: ['ignore', output, output],
	});
}

import path from 'node:path';
import { run } from './children.mjs';

/**
 * Runs npm with this Node.js, or with another one: `node` is its path, and `env` has it in PATH.
 * Under `npm start` it is the same npm again, whose address is in the environment.
 *
 * @returns npm's output
 * @throws Error with the end of it when npm fails
 */
export async function npm(args, { node = process.execPath, ...options }) {
	const script = process.env.npm_execpath;
	if (script && path.basename(script) === 'npm-cli.js') {
		return await run(node, [script, ...args], options);
	}
	const windows = process.platform === 'win32';
	return await run(windows ? 'npm.cmd' : 'npm', args, { ...options, shell: windows });
}

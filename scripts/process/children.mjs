/** Starting other programs and making sure that none of them stays behind. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

const windows = process.platform === 'win32';
/** Options of Node.js that tie a server to the life of this program. */
export const tied = ['--import', new URL('end-with-parent.mjs', import.meta.url).href];

const running = new Set();

/**
 * Starts a program in a process group of its own, so that a Ctrl-C reaches this program only and the
 * end of the others is up to it.
 */
export function start(command, args, options) {
	const child = spawn(command, args, { detached: !windows, windowsHide: true, ...options });
	running.add(child);
	child.once('error', () => running.delete(child));
	child.once('exit', () => {
		running.delete(child);
		killGroup(child);
	});
	return child;
}

function killGroup(child) {
	try {
		if (windows) spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
		else process.kill(-child.pid, 'SIGKILL');
	} catch {
		// Nothing of the group is left.
	}
}

/** Milliseconds that a program has to end when it is asked to. */
const grace = 30_000;

/** Asks a program to end, and ends it and its own children by force when it takes too long. */
export async function stop(child) {
	if (!running.has(child)) return;
	const ended = once(child, 'exit');
	child.kill('SIGTERM');
	const force = setTimeout(() => killGroup(child), grace);
	await ended;
	clearTimeout(force);
}

/**
 * Runs a program to its end without showing its output.
 *
 * @returns its standard output
 * @throws Error with the last lines of its output when it cannot start or fails
 */
export async function run(command, args, options = {}) {
	const child = start(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
	let stdout = '';
	let output = '';
	child.stdout?.setEncoding('utf8').on('data', (text) => ((stdout += text), (output += text)));
	child.stderr?.setEncoding('utf8').on('data', (text) => (output += text));
	const [code, signal] = await once(child, 'close');
	if (code === 0) return stdout;
	const tail = output.trim().split('\n').slice(-40).join('\n');
	throw new Error(`${[command, ...args].join(' ')} ended with ${signal ?? code}\n${tail}`);
}

/** Stops everything that still runs. */
export const stopAll = () => Promise.all([...running].map((child) => stop(child)));

/** Ends everything that still runs by force, at once. */
export const killAll = () => running.forEach(killGroup);

import { createInterface } from 'node:readline';
import path from 'node:path';
import { once } from 'node:events';
import { root } from '../cache.mjs';
import { start, stop, tied } from '../process/children.mjs';

/** The arguments that run the sandbox with this Node.js; the packages must be installed. */
export const sandboxArguments = [
	...tied,
	'--import',
	'tsx',
	path.join(root, 'test', 'sandbox', 'cli.ts'),
];

async function control(url, command, body) {
	const response = await fetch(`${url}/__sandbox/${command}`, {
		method: command === 'state' ? 'GET' : 'POST',
		...(body && {
			body: JSON.stringify(body),
			headers: { 'content-type': 'application/json' },
		}),
	});
	if (!response.ok) throw new Error(`The sandbox refused ${command}: ${await response.text()}`);
	return await response.json();
}

/**
 * Starts the stand-in for AI Rudder on a free port of loopback.
 *
 * @param onRequest gets a line for each request that the sandbox answers
 * @returns {url, appKey, appSecret} and its control endpoint: `state()`, `set(settings)`, `notifyTo(addresses)`,
 * `play({ plan })`, `reset()`; `stop()`
 * @throws Error with what the sandbox said when it does not start
 */
export async function startSandbox({ onRequest = () => {} } = {}) {
	const child = start(process.execPath, [...sandboxArguments, '--json', '--port', '0'], {
		cwd: root,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const said = [];
	createInterface({ input: child.stderr }).on('line', (line) => {
		if (said.length < 30) said.push(line);
		onRequest(line);
	});
	const lines = createInterface({ input: child.stdout });
	const [line] = await Promise.race([once(lines, 'line'), once(child, 'close')]);
	if (typeof line !== 'string') throw new Error(`The sandbox did not start:\n${said.join('\n')}`);
	const { url, appKey, appSecret } = JSON.parse(line);
	return {
		url,
		appKey,
		appSecret,
		state: () => control(url, 'state'),
		set: (settings) => control(url, 'set', settings),
		notifyTo: (addresses) => control(url, 'notifyTo', addresses),
		play: (plan) => control(url, 'play', plan),
		reset: () => control(url, 'reset'),
		stop: () => stop(child),
	};
}

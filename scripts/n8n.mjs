import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { installN8n } from './n8n/install.mjs';
import { n8nSettings } from './n8n/settings.mjs';
import { freePort } from './process/ports.mjs';
import { start, stop, tied } from './process/children.mjs';
import { step } from './process/progress.mjs';

export { installN8n, installPackage } from './n8n/install.mjs';
export { publishedN8n } from './n8n/published.mjs';
export { newestN8n, olderN8n } from './n8n/versions.mjs';

const secondsToStart = 180;

async function isReady(url, parts) {
	try {
		for (const part of parts) {
			const response = await fetch(url + part, { signal: AbortSignal.timeout(5_000) });
			if (!response.ok) return false;
		}
		return true;
	} catch {
		return false;
	}
}

const mainProcess = { command: [], ready: ['/healthz/readiness', '/rest/settings'] };

/**
 * Starts an n8n on loopback and waits until it can be used.
 *
 * @param {{ userFolder: string, port?: number, version?: string, env?: object, log?: (line: string) => void,
 *   process?: { command: string[], ready: string[] } }} options
 *
 * `userFolder` holds its settings, its database and its community packages
 * `port` is the preferred port; any free one when absent
 * `env` has more settings of n8n's, by the names of their environment variables
 * `process` says what n8n is to be: the arguments of its program, and the paths that answer 200 when it
 * can be used; its main process when absent
 *
 * @returns its address without a final slash, its process id, its log, `ended` (settles when it ends for
 * whatever reason) and `stop()`, which waits for that
 * @throws Error with the end of n8n's log when it ends early or is not ready in 3 minutes
 */
export async function startN8n({
	userFolder,
	port,
	version,
	env,
	log,
	process: role = mainProcess,
}) {
	const { command, ready } = role;
	const { node, bin, ...n8n } = await installN8n({ version, log });
	const listen = await freePort(port);
	const url = `http://127.0.0.1:${listen}`;
	const logFile = path.join(userFolder, 'n8n.log');
	mkdirSync(userFolder, { recursive: true });
	const output = openSync(logFile, 'w');
	const brokerPort = await freePort();
	const child = start(node, [...tied, bin, ...command], {
		cwd: userFolder,
		env: n8nSettings({ ...n8n, userFolder, url, port: listen, brokerPort, env }),
		stdio: ['ignore', output, output],
	});
	closeSync(output);
	const ended = once(child, 'exit');
	const since = Date.now();
	await step(
		['Starting n8n', n8n.version, ...command].join(' '),
		async () => {
			while (!(await isReady(url, ready))) {
				const code = child.exitCode ?? child.signalCode;
				if (code === null && Date.now() - since < secondsToStart * 1000) {
					await sleep(250);
					continue;
				}
				await stop(child);
				const tail = readFileSync(logFile, 'utf8').trim().split('\n').slice(-30).join('\n');
				const what =
					code === null ? `was not ready after ${secondsToStart} s` : `ended with ${code}`;
				throw new Error(`n8n ${what}. The end of ${logFile}:\n${tail}`);
			}
		},
		{ log, hint: 'about 15 seconds' },
	);
	return { url, pid: child.pid, logFile, ended, stop: () => stop(child) };
}

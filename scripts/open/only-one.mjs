import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

async function isRunning({ pid, url }) {
	try {
		process.kill(pid, 0);
		// The number alone proves nothing: after a restart of the machine it belongs to somebody else.
		return (await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(3_000) })).ok;
	} catch {
		return false;
	}
}

const fileIn = (userFolder) => path.join(userFolder, 'running.json');

/** @throws Error when another program runs n8n on this folder: two must not share a database */
export async function refuseSecond(userFolder) {
	const text = await readFile(fileIn(userFolder), 'utf8').catch(() => '{}');
	const other = JSON.parse(text);
	if (other.pid && (await isRunning(other))) {
		throw new Error(`npm start is running already (process ${other.pid}): ${other.url}`);
	}
}

/** Notes that this program runs n8n on this folder. */
export async function noteRunning(userFolder, url) {
	await mkdir(userFolder, { recursive: true });
	await writeFile(fileIn(userFolder), JSON.stringify({ pid: process.pid, url }));
}

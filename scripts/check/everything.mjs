import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checklist, reportCounts } from './counts.mjs';
import { playExample, runExample } from './run.mjs';

/**
 * npm start -- --once: the same as npm start on a fresh n8n and free ports, then ends.
 *
 * @param prepare starts n8n and the sandbox
 * @returns the exit code
 */
export async function checkEverything(prepare) {
	const userFolder = await mkdtemp(path.join(tmpdir(), 'n8n-nodes-airudder-'));
	const { counts, check } = checklist();
	let running;
	await check('n8n starts with the package, an owner, a credential and the example', async () => {
		running = await prepare({ userFolder });
	});
	if (running) {
		await check('the example runs, and its plan is in the sandbox', () => runExample(running));
		await check('its calls are played, and each result arrives once', () => playExample(running));
		await check('n8n and the sandbox stop when told to', async () => {
			await running.n8n.stop();
			await running.sandbox.stop();
		});
	}
	if (counts.failed === 0) await rm(userFolder, { recursive: true, force: true });
	else console.log(`\nn8n's data and log are kept in ${userFolder}`);
	reportCounts(counts);
	return counts.failed === 0 ? 0 : 1;
}

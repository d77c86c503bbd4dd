import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../cache.mjs';
import { withCredential } from './example.mjs';
import { masked } from './report.mjs';

const file = path.join(root, 'examples', 'call-results.json');
const table = 'Your Table';

/**
 * Puts the example that takes results of calls into n8n and switches it on; tells the sandbox its address,
 * as people tell AI Rudder's staff.
 *
 * @returns the workflow
 */
async function listen({ api, n8n, sandbox }) {
	const secret = randomBytes(16).toString('hex');
	const credential = await api.putCredential({
		name: 'AI Rudder notifications (sandbox)',
		type: 'aiRudderWebhookApi',
		data: { secret },
	});
	const example = JSON.parse(await readFile(file, 'utf8'));
	const workflow = await api.putWorkflow(withCredential(example, credential));
	const { webhookId } = example.nodes.find(({ type }) => type.endsWith('.aiRudderTrigger'));
	const address = `${n8n.url}/webhook/${webhookId}/call`;
	await api.activate(workflow, address);
	await sandbox.notifyTo({ call: `${address}?secret=${secret}` });
	return workflow;
}

/**
 * Has the sandbox play the calls of a plan, and waits until their results have reached the table.
 *
 * @param plan its name
 * @returns the rows of the table, one a call
 * @throws Error when some were refused, or have not arrived after a minute
 */
export async function playResults(running, plan) {
	const { api, sandbox } = running;
	const workflow = await listen(running);
	const before = (await api.succeeded(workflow.id)).count;
	const { delivered: sent, givenUp } = await sandbox.play({ plan });
	if (givenUp > 0) throw new Error(`n8n did not take ${givenUp} results`);
	for (const since = Date.now(); Date.now() - since < 60_000; await sleep(200)) {
		const { count, ids } = await api.succeeded(workflow.id);
		if (count < before + sent) continue;
		const executions = await Promise.all(ids.slice(0, sent).map((id) => api.execution(id)));
		return executions.flatMap(({ runData }) =>
			(runData[table]?.[0]?.data?.main[0] ?? []).map(({ json }) => json),
		);
	}
	throw new Error(`Not all of ${sent} results have reached "${workflow.name}" after a minute`);
}

/** Lines that tell people what arrived. No whole phone number. */
export const resultLines = (rows) => [
	`Results of calls (${rows.length})`,
	...[...rows]
		.sort((a, b) => (a.number < b.number ? -1 : 1))
		.map(({ number, result, seconds, comments }) =>
			masked(`  ${number}  ${result}, ${seconds} s  ${comments ?? ''}`),
		),
];

import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { withCredential } from '../../../scripts/open/example.mjs';
import { createPlan } from '../../engine/builders.ts';
import { borrowers } from '../../rows.ts';
import type { Workflow } from '../workflows.mts';
import { runRows, unique } from '../workflows.mts';
import { useStage, world } from '../world.mts';

/** The whole loop: rows become a plan, its calls are played, and the results reach a table. */
const stage = useStage('loop');

const SECRET = 'a-secret-for-these-tests-alone';
const ROWS = borrowers(10).map((row, index) => ({ ...row, Mobile: `+1202555010${index}` }));

let workflow: Workflow & { id: string; versionId: string };
let address: string;

beforeEach(() => stage.sandbox.notifyTo({ call: address }));

beforeAll(async () => {
	const { api } = stage;
	const credential = await api.putCredential({
		name: 'loop, notifications',
		type: 'aiRudderWebhookApi',
		data: { secret: SECRET },
	});
	const example = JSON.parse(await readFile('examples/call-results.json', 'utf8')) as Workflow;
	const trigger = example.nodes.find(({ type }) => type.endsWith('.aiRudderTrigger'));
	if (!trigger) throw new Error('The example has no trigger');
	trigger.webhookId = `loop-${unique}`;
	workflow = await api.putWorkflow(
		withCredential({ ...example, name: `Loop ${unique}` }, credential),
	);
	const withoutSecret = `${world.url}/webhook/${trigger.webhookId}/call`;
	await api.activate(workflow, withoutSecret);
	address = `${withoutSecret}?secret=${SECRET}`;
});

/** How often the workflow has run well. */
const count = async (): Promise<number> => (await stage.api.succeeded(workflow.id)).count;

/** Waits until it has run so often, a minute and a half at the most. */
async function until(wanted: number): Promise<void> {
	for (const since = Date.now(); Date.now() - since < 90_000; await sleep(250)) {
		if ((await count()) >= wanted) return;
	}
}

/** What reached the table, once the workflow has run so often. */
async function table(executions: number): Promise<object[]> {
	await until(executions);
	const { ids } = await stage.api.succeeded(workflow.id);
	const ended = await Promise.all(ids.map(async (id: string) => await stage.api.execution(id)));
	return ended.flatMap(({ runData }) =>
		(runData['Your Table']?.[0]?.data?.main[0] ?? []).map(({ json }: { json: object }) => json),
	);
}

it('rows in, plan created, calls played, each result in the table once: also when each comes five times, out of order', async () => {
	const { sandbox } = stage;
	const { outputs } = await runRows(stage, ROWS, createPlan());
	const plan = outputs[0]?.[0]?.json as { PlanName: string };
	const delivered = await sandbox.play(plan.PlanName, { times: 5, order: 'mixed' });

	expect(delivered).toHaveLength(50);
	expect(new Set(delivered.flatMap(({ statuses }) => statuses))).toEqual(new Set([200]));
	const rows = (await table(10)) as Array<{ number: string; result: string; plan: string }>;
	expect(rows.map(({ number }) => number).sort()).toEqual(ROWS.map(({ Mobile }) => Mobile));
	expect(new Set(rows.map((row) => row.plan))).toEqual(new Set([plan.PlanName]));
	expect(rows.filter(({ result }) => result === 'answered')).toHaveLength(6);
	expect(sandbox.maxCalls()).toBe(1);

	// A late repeat of all of them starts nothing more.
	await sandbox.play(plan.PlanName, { delayMs: 500 });
	await sleep(1_000);
	expect(await count()).toBe(10);
});

it('two hundred notifications in a burst are all answered with 200, and start the workflow once each', async () => {
	const before = await count();
	const numbers = Array.from({ length: 200 }, (_, index) => `+1202556${1_000 + index}`);
	const burst = numbers.map(
		(Mobile) => ({ event: 'call', body: { Mobile, Result: 'busy' } }) as const,
	);
	const delivered = await stage.sandbox.notify(burst, { atOnce: 20 });

	expect(delivered.map(({ statuses }) => statuses)).toEqual(numbers.map(() => [200]));
	await until(before + 200);
	expect(await count()).toBe(before + 200);
});

/** What a stranger, or a broken sender, may try. `secret` brings the right one along. */
const ATTEMPTS: Array<RequestInit & { secret?: true }> = [
	{ method: 'POST', body: '{"Mobile":"+12025550101"}' },
	{ method: 'POST', body: '' },
	{ method: 'POST', body: nested(500) },
	{ method: 'POST', body: '{"a":', headers: { 'content-type': 'text/plain' } },
	{
		method: 'POST',
		body: '{}',
		headers: { 'x-webhook-secret': 'wrong', 'x-forwarded-for': '127.0.0.1' },
	},
	{ method: 'PUT', body: '{}' },
	{ method: 'DELETE' },
	{ method: 'GET' },
	{ method: 'POST', body: '', secret: true },
	{ method: 'POST', body: '{"a":', secret: true },
	{ method: 'POST', body: '"a text"', secret: true },
	{ method: 'POST', body: nested(10_000), secret: true },
	{ method: 'POST', body: '{}', headers: { 'content-type': 'text/plain' }, secret: true },
	{ method: 'GET', secret: true },
];

function nested(depth: number): string {
	return `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
}

it('two hundred hostile requests start nothing, and n8n stays up', async () => {
	const before = await count();
	const attempt = async (number: number): Promise<number> => {
		const { secret, headers, ...request } = ATTEMPTS[number % ATTEMPTS.length] ?? {};
		const url = secret ? address : address.replace(/\?.*/, number % 2 ? '' : '?secret=wrong');
		const all = { 'content-type': 'application/json', ...headers };
		return (await fetch(url, { ...request, headers: all })).status;
	};
	const statuses: number[] = [];
	for (let number = 0; number < 200; number += 20) {
		const some = Array.from({ length: 20 }, async (_, more) => await attempt(number + more));
		statuses.push(...(await Promise.all(some)));
	}
	// More than n8n itself takes.
	const huge = `{"text":"${'x'.repeat(20 * 2 ** 20)}"}`;
	const headers = { 'content-type': 'application/json' };
	statuses.push((await fetch(address, { method: 'POST', headers, body: huge })).status);

	expect(statuses.filter((status) => status < 400)).toEqual([]);
	await sleep(1_000);
	expect(await count()).toBe(before);
	expect(await readFile(`${world.userFolder}/n8n.log`, 'utf8')).not.toContain(SECRET);
});

import { setTimeout as sleep } from 'node:timers/promises';
import { withCredential } from '../../../scripts/open/example.mjs';
import { createPlan } from '../../engine/builders.ts';
import { borrowers } from '../../rows.ts';
import type { Node } from '../workflows.mts';
import { aiRudder, chain, splitOut, unique } from '../workflows.mts';
import { useStage, world } from '../world.mts';

const stage = useStage('production');

const path = `calls-${unique}`;
const nodes: Node[] = [
	{
		name: 'Webhook',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		webhookId: path,
		parameters: { httpMethod: 'POST', path, responseMode: 'responseNode', options: {} },
	},
	splitOut('body.rows'),
	aiRudder(
		createPlan({
			options: { resend: "={{ $('Webhook').first().json.body.sendAgain === true }}" },
		}),
	),
	{
		name: 'Respond to Webhook',
		type: 'n8n-nodes-base.respondToWebhook',
		typeVersion: 1.1,
		parameters: { respondWith: 'allIncomingItems', options: {} },
	},
];

type Plan = { status: string; PlanName: string; contactsSent: number };

/** Calls the workflow as another system would, as soon as it is there. */
async function call(body: object): Promise<Plan[]> {
	const request = {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	};
	for (;;) {
		const response = await fetch(`${world.url}/webhook/${path}`, request);
		const text = await response.text();
		if (response.status === 200) return JSON.parse(text) as Plan[];
		if (response.status !== 404) throw new Error(`${response.status}: ${text}`);
		// A workflow that was switched on listens a moment later.
		await sleep(100);
	}
}

beforeAll(async () => {
	const { api, credential } = stage;
	const workflow = chain(`Production ${unique}`, nodes);
	await api.activate(await api.putWorkflow(withCredential(workflow, credential)));
});

it('sends the rows of a request once, however often it comes', async () => {
	const { sandbox } = stage;
	const rows = borrowers(3);
	const [created] = await call({ rows });
	expect(created).toMatchObject({ status: 'created', contactsSent: 3 });
	const requests = sandbox.requests.length;

	for (const repeated of [await call({ rows }), await call({ rows })]) {
		expect(repeated).toMatchObject([{ status: 'alreadySent', PlanName: created?.PlanName }]);
	}
	expect(sandbox.requests).toHaveLength(requests);
	expect([...sandbox.calls().values()]).toEqual([1, 1, 1]);
});

it('sends them again with Send Again', async () => {
	const rows = borrowers(3, { Comments: 'to be called twice' });
	const [first] = await call({ rows });
	const [second] = await call({ rows, sendAgain: true });

	expect([first?.status, second?.status]).toEqual(['created', 'created']);
	expect(second?.PlanName).not.toBe(first?.PlanName);
	expect([...stage.sandbox.calls().values()]).toEqual([2, 2, 2]);
});

it('sends other rows as another plan', async () => {
	const rows = borrowers(3, { Comments: 'as they were' });
	const [first] = await call({ rows });
	const [other] = await call({ rows: [...rows.slice(0, 2), { ...rows[2], Comments: 'changed' }] });

	expect([first?.status, other?.status]).toEqual(['created', 'created']);
	expect(other?.PlanName).not.toBe(first?.PlanName);
});

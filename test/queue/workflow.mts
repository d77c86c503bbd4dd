import { randomUUID } from 'node:crypto';
import axios from 'axios';
import { withCredential } from '../../scripts/open/example.mjs';
import { waitUntil } from '../../scripts/queue/wait.mjs';
import type { Node } from '../e2e/workflows.mts';
import { aiRudder, chain, splitOut } from '../e2e/workflows.mts';
import { automatic, createPlan } from '../engine/builders.ts';
import type { Stage } from './world.mts';

type Row = Record<string, unknown>;

/** A plan's item as it leaves the node. */
interface PlanItem {
	status: string;
	contactsSent: number;
}

/** How a call of the webhook ended: with the plans that its execution made, or how else. */
interface Answer {
	status: number | 'none';
	plans: PlanItem[];
}

interface Execution {
	id: string;
	status: string;
	stoppedAt: string;
}

/** An active workflow: Webhook → Split Out → Create Plan, which answers with the plans. */
export class PlanWorkflow {
	private constructor(
		private readonly stage: Stage,
		readonly id: string,
		private readonly url: string,
	) {}

	/** @param contacts the mapper's value; automatic when absent */
	static async activate(stage: Stage, name: string, contacts: object = automatic) {
		const { api, credential, world } = stage;
		const path = randomUUID();
		const nodes: Node[] = [
			{
				name: 'Webhook',
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				webhookId: path,
				parameters: {
					httpMethod: 'POST',
					path,
					responseMode: 'lastNode',
					responseData: 'allEntries',
				},
			},
			splitOut('body.rows'),
			aiRudder(createPlan({ contacts })),
		];
		const workflow = await api.putWorkflow(withCredential(chain(name, nodes), credential));
		await api.activate(workflow);
		const created = new PlanWorkflow(stage, workflow.id, `${world.webhookUrl}/webhook/${path}`);
		await waitUntil('the webhook is there', async () => (await created.call([])).status !== 404);
		return created;
	}

	/** Calls the webhook as another system does, and waits until the execution has ended. */
	async call(rows: Row[]): Promise<Answer> {
		const options = { validateStatus: () => true, timeout: 200_000 };
		return await axios.post(this.url, { rows }, options).then(
			({ status, data }) => ({ status, plans: Array.isArray(data) ? (data as PlanItem[]) : [] }),
			() => ({ status: 'none' as const, plans: [] }),
		);
	}

	/** The last 100 executions, the newest first. */
	async executions(): Promise<Execution[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId: this.id }));
		const path = `/rest/executions?limit=100&filter=${filter}`;
		return (await this.stage.api.request('GET', path)).results;
	}

	/** Waits until `count` executions are there and all have ended. */
	async ended(count: number): Promise<Execution[]> {
		let all: Execution[] = [];
		await waitUntil(
			`${count} executions have ended`,
			async () => {
				all = await this.executions();
				return all.length === count && all.every(({ stoppedAt }) => stoppedAt);
			},
			{ timeout: 180_000 },
		);
		return all;
	}
}

/** In a few words: `200 created`, `500`. */
export const outcome = ({ status, plans }: Answer): string =>
	[status, ...plans.map((plan) => plan.status)].join(' ');

/** How many there are of each kind. */
export function countBy<T>(all: readonly T[], kind: (one: T) => string): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const one of all) counts[kind(one)] = (counts[kind(one)] ?? 0) + 1;
	return counts;
}

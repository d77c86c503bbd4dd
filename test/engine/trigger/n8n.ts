import { EventEmitter, once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { HookContext, WebhookContext } from 'n8n-core';
import type { IDataObject, INode, IWebhookData, IWebhookDescription } from 'n8n-workflow';
import { NodeHelpers, Workflow } from 'n8n-workflow';
import { EVENTS } from '../../../nodes/AiRudderTrigger/events';
import { listen } from '../../listen';
import { StoredCredentials } from '../n8n/credentials';
import { additionalData, execute, placed } from '../n8n/execute';
import type { Package } from '../n8n/package';
import { ourPackage } from '../n8n/run';
import { readRequest, Refused, withHelpers } from './express';

export const SECRET = 'a-secret-for-tests-0001';

const node = placed('AI Rudder Trigger', 'n8n-nodes-airudder.aiRudderTrigger', {
	webhookId: 'c0ffee00-0000-4000-8000-000000000001',
	credentials: { aiRudderWebhookApi: { id: '1', name: 'Secret' } },
});
const table = placed('Table', 'test.source');

let workflows = 0;

/**
 * The part of n8n between a request and an execution, as its command-line package (2.41) has it and n8n-core has
 * not: addresses, bodies, static data loaded for each request and saved after it, the answer given once the
 * workflow has started. Trigger → Table then runs on the real engine.
 */
export class Webhooks {
	/** What reached the table, in order. */
	readonly rows: IDataObject[] = [];

	/** Errors thrown by the trigger, for which n8n would start the workflow. */
	readonly thrown: unknown[] = [];

	readonly log: string[] = [];

	/** Whether the start for an item fails, as without a database. */
	startFails: (item: IDataObject) => boolean = () => false;

	/** How long a start takes, in milliseconds. */
	startMs = 0;

	staticData = '{}';

	private events = new EventEmitter();

	/** Resolves when the next start has begun. */
	get nextStart(): Promise<unknown> {
		return once(this.events, 'starting');
	}

	/** Resolves when so many rows have reached the table. */
	async finished(rows: number): Promise<void> {
		while (this.rows.length < rows) await once(this.events, 'row');
	}

	secret: unknown = SECRET;

	/** Undefined for a node without a credential. */
	credentials: INode['credentials'] = node.credentials;

	/** What the sender's address is taken for; undefined for the real one. */
	sender: string | undefined;

	private readonly id = `w${(workflows += 1)}`;

	private url = '';

	private parameters: INode['parameters'] = { events: [...EVENTS], options: {} };

	constructor(public ourPackage: Package) {}

	/** @returns what stops it */
	async start(): Promise<() => Promise<void>> {
		const { url, close } = await listen(
			createServer((request, response) => void this.serve(request, response)),
		);
		this.url = url;
		return close;
	}

	set(parameters: INode['parameters']): void {
		this.parameters = parameters;
	}

	/** The address for an event, as the editor shows it, with the secret at its end. */
	address(event: string, { test = false, query = `?secret=${SECRET}` } = {}): string {
		const base = `${this.url}/webhook${test ? '-test' : ''}`;
		return NodeHelpers.getNodeWebhookUrl(base, this.id, node, event, false) + query;
	}

	/** Runs the lifecycle method, as activating the workflow or listening for a test does. */
	async hook(method: 'checkExists' | 'create' | 'delete'): Promise<boolean | undefined> {
		const { workflow, data } = this.load();
		const [description] = this.ourPackage.trigger.description.webhooks ?? [];
		const webhook = { webhookDescription: description } as IWebhookData;
		const context = new HookContext(workflow, this.node(), data, 'trigger', 'activate', webhook);
		return await this.ourPackage.trigger.webhookMethods?.default?.[method].call(context);
	}

	private node(): INode {
		return { ...node, parameters: this.parameters, credentials: this.credentials };
	}

	private load() {
		const store = new StoredCredentials(this.ourPackage.credentials);
		store.data.set('1', { secret: this.secret as string });
		const nodes = [this.node(), table];
		const staticData = JSON.parse(this.staticData) as IDataObject;
		const workflow = this.workflowWith(staticData);
		return { workflow, staticData, data: additionalData(store, nodes) };
	}

	private workflowWith(staticData: IDataObject): Workflow {
		return new Workflow({
			id: this.id,
			nodes: [this.node(), table],
			connections: { [node.name]: { main: [[{ node: table.name, type: 'main', index: 0 }]] } },
			active: true,
			nodeTypes: this.ourPackage.nodeTypes,
			staticData,
			settings: { executionOrder: 'v1' },
		});
	}

	private async serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
		const response = withHelpers(outgoing);
		try {
			const [, prefix, , path] = (incoming.url ?? '').split(/[/?]/);
			const webhook = this.ourPackage.trigger.description.webhooks?.find(
				(each) => each.path === path && each.httpMethod === incoming.method,
			);
			if (webhook === undefined) throw new Refused(404, 'The requested webhook is not registered');
			const request = await readRequest(incoming);
			if (this.sender !== undefined) request.ip = this.sender;
			await this.receive(webhook, prefix === 'webhook-test', request, response);
		} catch (error) {
			const status = error instanceof Refused ? error.status : 500;
			response.status(status);
			response.json({ code: 0, message: (error as Error).message });
		}
	}

	private async receive(
		webhook: IWebhookDescription,
		isTest: boolean,
		request: Awaited<ReturnType<typeof readRequest>>,
		response: ReturnType<typeof withHelpers>,
	): Promise<void> {
		await turn();
		const { workflow, staticData, data } = this.load();
		Object.assign(data, { httpRequest: request, httpResponse: response });
		const mode = isTest ? 'manual' : 'webhook';
		const context = new WebhookContext(
			workflow,
			this.node(),
			data,
			mode,
			{ webhookDescription: webhook } as IWebhookData,
			[],
			null,
		);
		Object.defineProperty(context, 'logger', { value: this.logger() });
		const result = await Promise.resolve(this.ourPackage.trigger.webhook?.call(context)).catch(
			(error: unknown) => {
				this.thrown.push(error);
				throw error;
			},
		);
		if (result?.noWebhookResponse) return;
		if (!result?.workflowData) throw new Error('n8n would answer without having started');
		// n8n 2.41 builds a second workflow from the same static data, which unmarks what was changed.
		this.workflowWith(staticData);
		this.events.emit('starting');
		await turn(Math.max(this.startMs, 3));
		const [item] = result.workflowData[0] ?? [];
		if (this.startFails(item?.json ?? {})) throw new Error('Workflow could not be started');
		const run = await execute(workflow, this.node(), result.workflowData[0] ?? [], data, mode);
		const items = run.data.resultData.runData[table.name]?.[0]?.data?.main?.[0] ?? [];
		if (!isTest && workflow.staticData.__dataChanged === true) {
			await turn();
			this.staticData = JSON.stringify(workflow.staticData);
		}
		this.rows.push(...items.map(({ json }) => json));
		this.events.emit('row');
		response.status(200);
		response.send(String(webhook.responseData));
	}

	private logger() {
		const write = (...words: unknown[]) => void this.log.push(JSON.stringify(words));
		return { debug: write, info: write, warn: write, error: write };
	}
}

const turn = async (ms = 0) =>
	await new Promise((resolve) => (ms > 0 ? setTimeout(resolve, ms) : setImmediate(resolve)));

/** A trigger for all events that is fresh for each test. */
export function useWebhooks() {
	let webhooks: Webhooks;
	let close: () => Promise<void>;
	beforeEach(async () => {
		webhooks = new Webhooks(await ourPackage());
		close = await webhooks.start();
	});
	afterEach(async () => await close());
	return () => webhooks;
}

import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import { isAllowed, readAllowList } from './addresses';
import { deliveryId, seriesOf } from './deliveryId';
import { eventOf } from './events';
import { claim } from './memory';
import { readBody } from './readBody';
import { bringsSecret, secretProblem } from './secret';

export const CREDENTIAL = 'aiRudderWebhookApi';

/** The parts of n8n's request that are used, some of which its type does not tell. */
interface Request {
	readonly rawBody?: Uint8Array;
	readonly headers: Readonly<Record<string, unknown>>;
	readonly query: Readonly<Record<string, unknown>>;
	/** The sender, or what the proxies tell that N8N_PROXY_HOPS counts. */
	readonly ip?: string;
}

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

/**
 * Takes one notification: 200 and an item for a new one, 200 alone for a repeat or an event that is not chosen,
 * 400 or 415 for a body that is none, 401 without the secret, 403 from an address that is not allowed, 503 when
 * the node is not set up. Never throws, because n8n starts the workflow when a trigger does.
 */
export async function receiveNotification(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	const response = this.getResponseObject();
	try {
		return await take(this, response);
	} catch (error) {
		// The name alone: a message may quote what was sent.
		this.logger.error(
			`${this.getNode().name} is not set up to take notifications from AI Rudder (${(error as Error).name})`,
		);
		return answer(response, 503, { error: 'Not ready. Send it again later' });
	}
}

async function take(context: IWebhookFunctions, response: Response): Promise<IWebhookResponseData> {
	const request = context.getRequestObject() as unknown as Request;
	const { secret } = await context.getCredentials<{ secret: string }>(CREDENTIAL);
	const allowList = readAllowList(context.getNodeParameter('options.allowedAddresses', ''));
	if (secretProblem(secret) !== undefined || 'wrong' in allowList) throw new Error('Settings');

	if (!isAllowed(allowList.networks, request.ip)) {
		return answer(response, 403, { error: 'This address is not allowed to send notifications' });
	}
	if (!bringsSecret([request.query.secret, request.headers['x-webhook-secret']], secret)) {
		return answer(response, 401, { error: 'The secret is missing or wrong' });
	}
	const event = eventOf(context.getWebhookName());
	if (!(context.getNodeParameter('events') as string[]).includes(event)) {
		// Not an error, or the service would try again.
		return answer(response, 200, { status: 'ignored', reason: 'event not chosen' });
	}
	const read = readBody(request.headers['content-type'], request.rawBody);
	if (read.refused) return answer(response, read.refused.status, { error: read.refused.error });

	const { body } = read;
	const now = new Date();
	const id = deliveryId(event, request.rawBody ?? new Uint8Array());
	const delivery = { id, at: now.getTime(), series: seriesOf(event, body) };
	// Who tries a workflow in the editor may send the same sample again and again.
	if (context.getMode() !== 'manual' && !(await isFirst(context, response, delivery))) {
		return answer(response, 200, { status: 'ignored', reason: 'received before' });
	}
	response.setHeader('Content-Type', 'application/json');
	const json = { event, receivedAt: now.toISOString(), deliveryId: id, body: body as IDataObject };
	return { workflowData: [[{ json }]] };
}

async function isFirst(
	context: IWebhookFunctions,
	response: Response,
	delivery: Parameters<typeof claim>[2],
): Promise<boolean> {
	const node = `${context.getWorkflow().id}/${context.getNode().id}`;
	const memory = context.getWorkflowStaticData('node');
	const stored = await claim(node, memory.deliveries, delivery, outcomeOf(response));
	if (stored !== undefined) void keepChanged(memory, stored, response);
	return stored !== undefined;
}

/** No start of a workflow takes so long, in milliseconds. */
const LONGEST_START = 60_000;

/**
 * Writes the static data again and again until n8n has answered. n8n saves it just before that, and only if it
 * is marked as changed; n8n 2.41 takes the mark away while it starts the workflow, so that writing it once would
 * save the first delivery and no other.
 */
async function keepChanged(memory: IDataObject, stored: string, response: Response): Promise<void> {
	const until = Date.now() + LONGEST_START;
	do {
		memory.deliveries = stored;
		await sleep(1);
	} while (!response.writableEnded && Date.now() < until);
}

/**
 * Whether n8n started the workflow, told by the answer it gives. Where the sender went away before that, n8n
 * starts it all the same.
 */
const outcomeOf = async (response: Response): Promise<boolean> =>
	await new Promise((resolve) => {
		if (response.closed) resolve(true);
		response.once('close', () => resolve(!response.writableEnded || response.statusCode < 400));
	});

function answer(response: Response, status: number, body: object): IWebhookResponseData {
	response.status(status).json(body);
	return { noWebhookResponse: true };
}

import type { Addresses } from './callbacks';
import type { Fault } from './faults';
import type { Settings } from './settings';
import type { Service } from './service';
import type { HttpAnswer, ReceivedRequest } from './wire';
import { isObject, json } from './wire';

/** Every path that begins so is for tests in another process, not a part of the service. */
export const CONTROL_PATH = '/__sandbox/';

/**
 * The control endpoint: `GET state`, `POST misbehave` (a Fault), `POST set` (Settings), `POST
 * expire` (`{ how }`), `POST reset`, `POST notifyTo` (addresses by kind), `POST play` (`{ plan }` and
 * SendOptions, answered at the end with `{ ok, delivered, givenUp }`). Replies `{ ok: true }`, the state, or HTTP
 * 400 or 404 with `{ error }`. It needs no token and no content type, and is neither counted nor delayed.
 */
export async function answerControl(
	service: Service,
	request: ReceivedRequest,
): Promise<HttpAnswer> {
	const command = `${request.method} ${request.path.slice(CONTROL_PATH.length)}`;
	if (command === 'GET state') return json(200, stateOf(service));
	try {
		if (command === 'POST play') return json(200, await play(service, request.body));
		return obey(service, command, request.body)
			? json(200, { ok: true })
			: json(404, { error: `unknown command: ${command}` });
	} catch (error) {
		return json(400, { error: (error as Error).message });
	}
}

/** Whether the command is known. Throws an Error when its body is wrong. */
function obey(service: Service, command: string, body: unknown): boolean {
	switch (command) {
		case 'POST misbehave':
			service.misbehave(body as Fault);
			return true;
		case 'POST set':
			service.set(body as Partial<Settings>);
			return true;
		case 'POST expire': {
			const how = isObject(body) ? body.how : undefined;
			if (how !== 'http401' && how !== 'body401') throw new Error('how must be http401 or body401');
			service.expireTokens(how);
			return true;
		}
		case 'POST notifyTo':
			service.notifyTo(body as Addresses);
			return true;
		case 'POST reset':
			service.reset();
			return true;
		default:
			return false;
	}
}

async function play(service: Service, body: unknown) {
	const { plan, ...options } = isObject(body) ? body : {};
	if (typeof plan !== 'string') throw new Error('plan must be the name or the TaskID of a plan');
	const deliveries = await service.play(plan, options);
	const delivered = deliveries.filter(({ statuses }) => statuses.at(-1) === 200).length;
	return { ok: true, delivered, givenUp: deliveries.length - delivered };
}

/**
 * Plans and workflows leave out `body`, which stands in the requests; an `authorization` header shows that there
 * was one, not its value.
 */
function stateOf(service: Service) {
	return {
		requestCount: service.requests.length,
		requests: service.requests.map((request) => ({
			...request,
			headers: hidden(request.headers),
		})),
		plans: service.plans.map((plan) => ({ ...plan, body: undefined })),
		workflows: service.workflows.map((workflow) => ({ ...workflow, body: undefined })),
		calls: Object.fromEntries(service.calls()),
		tokenRequests: service.tokenRequests,
		maxCalls: service.maxCalls(),
	};
}

function hidden(headers: ReceivedRequest['headers']): ReceivedRequest['headers'] {
	return 'authorization' in headers ? { ...headers, authorization: '(hidden)' } : headers;
}

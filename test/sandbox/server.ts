import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { answerControl, CONTROL_PATH } from './control';
import { logLine } from './log';
import type { Service } from './service';
import { receive, send } from './wire';

type Log = ((line: string) => void) | undefined;

/** Serves a service over HTTP on 127.0.0.1. Rejects when it cannot have the port. */
export async function listen(service: Service, port: number, log: Log): Promise<Server> {
	const server = createServer((request, response) => {
		void serve(service, log, request, response);
	});
	// Longer than any client keeps a connection, or it would send into one that is just being closed.
	server.keepAliveTimeout = 120_000;
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	return server;
}

async function serve(
	service: Service,
	log: Log,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const received = await receive(request).catch(() => undefined);
	if (received === undefined) {
		// The client went away before its request was whole: there is nobody to answer.
		response.destroy();
		return;
	}
	if (received.path.startsWith(CONTROL_PATH)) {
		send(response, await answerControl(service, received));
		return;
	}
	const outcome = service.take(received);
	log?.(logLine(received, outcome));
	if (outcome.delayMs > 0) await wait(outcome.delayMs, undefined, { ref: false });
	send(response, outcome.answer);
}

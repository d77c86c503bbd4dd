import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { STATUS_CODES } from 'node:http';

/** One request as it came in over HTTP. */
export interface ReceivedRequest {
	readonly method: string;
	/** Without the query string. */
	readonly path: string;
	readonly query: Readonly<Record<string, string>>;
	/** Names in lower case, as node:http gives them. */
	readonly headers: IncomingHttpHeaders;
	/** The parsed JSON; undefined when there was no body or it was not JSON. */
	readonly body: unknown;
	/** When it was read to its end, in milliseconds since 1970. */
	readonly at: number;
}

/** What goes back: an HTTP reply, or a socket destroyed without one. */
export type Answer = HttpAnswer | 'hangUp';

export interface HttpAnswer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly text: string;
	/** In place of the text, for a file. */
	readonly bytes?: Buffer;
}

/** Any JSON with any HTTP status. */
export function json(status: number, value: unknown): HttpAnswer {
	return {
		status,
		headers: { 'content-type': 'application/json; charset=utf-8' },
		text: JSON.stringify(value),
	};
}

/** The success envelope `{ data, status: 'OK', code: 200 }` (DOC). */
export function success(data: unknown): HttpAnswer {
	return json(200, { data, status: 'OK', code: 200 });
}

/**
 * The envelope of a refusal. The create-plan page lists its error replies under HTTP 200 (DOC),
 * hence the default `httpStatus`; that the text stands in `message` was seen in a client (CLIENT).
 */
export function refusal(code: number, message: string, httpStatus = 200): HttpAnswer {
	return json(httpStatus, { data: null, status: STATUS_CODES[code] ?? 'Error', code, message });
}

/** Reads a request to its end. Rejects when the client goes away before that. */
export async function receive(request: IncomingMessage): Promise<ReceivedRequest> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const url = new URL(request.url ?? '/', 'http://sandbox');
	return {
		method: request.method ?? '',
		path: url.pathname,
		query: Object.fromEntries(url.searchParams),
		headers: request.headers,
		body: parse(Buffer.concat(chunks).toString('utf8')),
		at: Date.now(),
	};
}

export function send(response: ServerResponse, answer: Answer): void {
	if (answer === 'hangUp') {
		response.socket?.destroy();
		return;
	}
	const bytes = answer.bytes ?? Buffer.from(answer.text, 'utf8');
	response.writeHead(answer.status, { ...answer.headers, 'content-length': bytes.length });
	response.end(bytes);
}

/** The JSON in a text, or undefined. */
export function parse(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

export function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

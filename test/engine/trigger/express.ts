import type { IncomingMessage, ServerResponse } from 'node:http';

/** n8n's limit for bodies, N8N_PAYLOAD_SIZE_MAX. */
const MOST_BYTES = 16 * 1024 * 1024;

/** A refusal by n8n itself, before a node sees the request. */
export class Refused extends Error {
	constructor(
		readonly status: number,
		message: string,
	) {
		super(message);
	}
}

/**
 * Reads a request as n8n 2.41 does: up to 16 MB, JSON parsed by its content type, multipart left to another
 * parser, so without a `rawBody`.
 *
 * @throws Refused with 500 for too much, 422 for JSON that is none: n8n's own answers, measured
 */
export async function readRequest(request: IncomingMessage) {
	const { searchParams, pathname } = new URL(request.url ?? '/', 'http://n8n');
	const contentType = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
	const rawBody = contentType === 'multipart/form-data' ? undefined : await readBytes(request);
	return Object.assign(request, {
		path: pathname,
		params: {},
		query: Object.fromEntries(
			[...new Set(searchParams.keys())].map((name) => {
				const values = searchParams.getAll(name);
				return [name, values.length > 1 ? values : values[0]];
			}),
		),
		ip: request.socket.remoteAddress,
		rawBody,
		body: contentType === 'application/json' ? parse(rawBody?.toString() ?? '') : undefined,
	});
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of request) {
		size += (chunk as Buffer).length;
		// Read to its end all the same, so that the sender gets to see the answer.
		if (size <= MOST_BYTES) chunks.push(chunk as Buffer);
	}
	if (size > MOST_BYTES) throw new Refused(500, 'There was a problem executing the workflow');
	return Buffer.concat(chunks);
}

function parse(text: string): unknown {
	if (text === '') return undefined;
	try {
		return JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch {
		throw new Refused(422, 'Failed to parse request body');
	}
}

/** Adds what the web framework of n8n adds to a response, as far as it is used. */
export function withHelpers(response: ServerResponse) {
	const helpers = {
		status: (code: number) => {
			response.statusCode = code;
			return response;
		},
		json: (value: unknown) => {
			response.setHeader('Content-Type', 'application/json; charset=utf-8');
			response.end(JSON.stringify(value));
		},
		send: (text: string) => {
			if (!response.hasHeader('Content-Type')) response.setHeader('Content-Type', 'text/html');
			response.end(text);
		},
	};
	return Object.assign(response, helpers);
}

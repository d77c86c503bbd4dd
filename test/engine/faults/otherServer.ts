import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:http';
import { listen } from '../../listen';

export interface Seen {
	path: string;
	headers: IncomingHttpHeaders;
	body: string;
}

export interface Reply {
	status: number;
	headers?: Record<string, string>;
	/** Bytes as they are, anything else as JSON. */
	body?: unknown;
	/** Bytes after which the connection breaks. */
	breaksAfter?: number;
}

/** A server that is not the sandbox: another host, or a service that says what no sandbox does. */
export async function startServer(answer: (seen: Seen) => Reply, host = '127.0.0.1') {
	const seen: Seen[] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const { url: path = '', headers } = request;
			const one = { path, headers, body: Buffer.concat(chunks).toString() };
			seen.push(one);
			const { status, headers: more, body, breaksAfter } = answer(one);
			response.writeHead(status, { 'content-type': 'application/json', ...more });
			const bytes = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body ?? null));
			if (breaksAfter === undefined) response.end(bytes);
			else response.write(bytes.subarray(0, breaksAfter), () => response.destroy());
		});
	});
	return { ...(await listen(server, host)), seen };
}

/** A service that gives tokens, and answers everything else so. */
export const startService = async (answer: (seen: Seen) => Reply, tokens: string[] = []) =>
	await startServer((seen) =>
		seen.path.endsWith('/auth')
			? { status: 200, body: { code: 200, data: { token: tokens.shift() ?? 'a-token' } } }
			: answer(seen),
	);

export type OtherServer = Awaited<ReturnType<typeof startServer>>;

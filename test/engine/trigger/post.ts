import type { IncomingHttpHeaders, RequestOptions } from 'node:http';
import { request } from 'node:http';

interface Answer {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly text: string;
}

/** Sends anything, also what no decent client would. Rejects when the connection breaks. */
export async function send(
	address: string,
	body: string | Buffer,
	{ method = 'POST', headers = {}, signal }: RequestOptions = {},
): Promise<Answer> {
	return await new Promise((resolve, reject) => {
		const outgoing = request(address, { method, headers, agent: false, signal }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('end', () =>
				resolve({
					status: response.statusCode ?? 0,
					headers: response.headers,
					text: Buffer.concat(chunks).toString(),
				}),
			);
		});
		outgoing.on('error', reject);
		outgoing.end(body);
	});
}

/** Posts JSON, as the service does. */
export const post = async (
	address: string,
	body: unknown,
	headers: object = {},
	signal?: AbortSignal,
) =>
	await send(address, JSON.stringify(body), {
		headers: { 'Content-Type': 'application/json', 'User-Agent': 'Airudder', ...headers },
		signal,
	});

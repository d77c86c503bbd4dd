import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:http';
import { listen } from '../../listen';

interface Received {
	readonly path: string;
	readonly headers: IncomingHttpHeaders;
	readonly body: Record<string, unknown>;
	readonly at: number;
}

/** A server that takes notifications, and answers with the statuses it is told to, then with 200. */
export function useReceiver() {
	const received: Received[] = [];
	const statuses: number[] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const body = JSON.parse(Buffer.concat(chunks).toString()) as Received['body'];
			received.push({ path: request.url ?? '', headers: request.headers, body, at: Date.now() });
			const status = statuses.shift() ?? 200;
			if (status === 0) response.destroy();
			else response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
		});
	});
	let listening: Awaited<ReturnType<typeof listen>>;
	beforeAll(async () => {
		listening = await listen(server);
	});
	afterEach(() => {
		received.length = 0;
		statuses.length = 0;
	});
	afterAll(async () => await listening.close());
	return {
		received,
		/** What the next requests are answered with; 0 hangs up. */
		answer: (...next: number[]) => statuses.push(...next),
		address: (path: string) => listening.url + path,
	};
}

import { startServer } from '../faults/otherServer';
import { useSandbox } from '../sandboxed';
import { bytesIn, downloadFrom } from './download';

const { sandbox } = useSandbox();
const download = downloadFrom(sandbox);

describe('A downloaded file', () => {
	const send = async (headers: Record<string, string>, bytes: number, breaksAfter?: number) => {
		const server = await startServer(() => ({
			status: 200,
			headers: { 'content-type': 'audio/wav', ...headers },
			body: Buffer.alloc(bytes, 'x'),
			breaksAfter,
		}));
		const parameters = { link: `${server.url}/a.wav`, options: { largestFile: 1 } };
		const result = await download(parameters, [{}], { baseUrl: server.url });
		await server.close();
		return result;
	};

	it('is limited by what the sender tells', async () => {
		const { error } = await send({ 'content-length': '2097152' }, 2_097_152);
		expect(error?.message).toBe('The file is larger than 1 MB');
	});

	it('is limited where the sender tells nothing', async () => {
		const { error } = await send({ 'transfer-encoding': 'chunked' }, 2_097_152);
		expect(error?.message).toBe('The file is larger than 1 MB');
	});

	it('may not be nothing, whether the sender tells or not', async () => {
		const told: Array<Record<string, string>> = [
			{ 'content-length': '0' },
			{ 'transfer-encoding': 'chunked' },
		];
		for (const headers of told) {
			expect((await send(headers, 0)).error?.message).toBe('The file is empty');
		}
	});

	it.each([
		['a file', 'audio/wav', /The file broke off before its end/],
		['a text', 'application/json', /closed the connection without an answer/],
	])('has to arrive whole: %s', async (_, type, message) => {
		const { error } = await send({ 'content-type': type, 'content-length': '900' }, 900, 100);
		expect(error?.message).toMatch(message);
	});

	it('may be anything below that', async () => {
		const { outputs } = await send({ 'transfer-encoding': 'chunked' }, 1_000_000);
		const [item] = outputs[0] ?? [];
		expect(bytesIn(item)).toBe(1_000_000);
	});
});

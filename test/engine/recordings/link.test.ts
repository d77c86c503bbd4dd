import type { Forwarder } from '../faults/forwarder';
import { startSelfSigned } from '../faults/forwarder';
import { startServer } from '../faults/otherServer';
import { leaksOf, secretsOf } from '../faults/leaks';
import { useSandbox } from '../sandboxed';
import { bytesIn, downloadFrom, WAV_SIZE } from './download';

const { sandbox } = useSandbox();
const download = downloadFrom(sandbox);

describe('Download Recording from a link', () => {
	it('puts the file into the item, with its name and type, and sends no token', async () => {
		const link = `${sandbox().url}/recordings/call-17.wav?signature=secret-in-the-link`;
		const { outputs, error } = await download({ link: '={{ $json.Recording }}' }, [
			{ Recording: link },
		]);

		expect(error).toBeUndefined();
		const [item] = outputs[0] ?? [];
		expect(item?.json).toMatchObject({ fileName: 'call-17.wav', mimeType: 'audio/wav' });
		expect(bytesIn(item)).toBe(WAV_SIZE);
		expect(item?.binary?.data?.fileExtension).toBe('wav');
		expect(item?.pairedItem).toEqual({ item: 0 });
		expect(JSON.stringify(item)).not.toContain('secret-in-the-link');
		const [request] = sandbox().requests.filter(({ path }) => path.startsWith('/recordings/'));
		expect(request?.headers.authorization).toBeUndefined();
	});

	it('names the file and the field as the user wants, in one folder alone', async () => {
		const { outputs } = await download({
			link: `${sandbox().url}/recordings/a.wav`,
			binaryPropertyName: 'recording',
			options: { fileName: '../../etc/call 17.wav' },
		});

		expect(outputs[0]?.[0]?.binary?.recording).toMatchObject({ fileName: 'call 17.wav' });
		expect(outputs[0]?.[0]?.binary?.recording?.directory).toBeUndefined();
	});

	it.each([
		['http://files.airudder.com/a.wav', /not an https link/],
		['https://user:pw@files.airudder.com/a.wav', /not an https link/],
		['https://airudder.com.example.org/a.wav', /not a host of AI Rudder/],
		['https://notairudder.com/a.wav', /not a host of AI Rudder/],
		['https://169.254.169.254/latest/meta-data', /not a host of AI Rudder/],
		['ftp://files.airudder.com/a.wav', /not an https link/],
		['a.wav', /'Link' is not a URL/],
		['={{ $json.nothing }}', /'Link' is not a URL/],
	])('refuses %p without a request', async (link, message) => {
		const { error } = await download({ link });

		expect(error?.message).toMatch(message);
		expect(error?.context?.itemIndex).toBe(0);
		expect(sandbox().requests).toEqual([]);
	});

	it('follows a redirect only to a host that is allowed', async () => {
		const elsewhere = await startServer(() => ({
			status: 200,
			headers: { 'content-type': 'audio/wav' },
		}));
		sandbox().misbehave({
			on: '/recordings/a.wav',
			kind: 'redirect',
			location: `http://localhost:${elsewhere.port}/a.wav`,
		});
		const { error } = await download({ link: `${sandbox().url}/recordings/a.wav` });
		sandbox().misbehave({
			on: '/recordings/a.wav',
			kind: 'redirect',
			location: '/recordings/b.wav',
		});
		const { outputs } = await download({ link: `${sandbox().url}/recordings/a.wav` });
		await elsewhere.close();

		expect(error?.message).toMatch(/The link to localhost:\d+ is not an https link/);
		expect(elsewhere.seen).toEqual([]);
		expect(outputs[0]?.[0]?.json).toMatchObject({ fileName: 'b.wav' });
	});

	it('gives up where a link leads in circles', async () => {
		sandbox().misbehave({
			on: '/recordings/a.wav',
			kind: 'redirect',
			location: '/recordings/a.wav',
			times: 50,
		});
		const { error } = await download({ link: `${sandbox().url}/recordings/a.wav` });

		expect(error?.message).toMatch(/without end/);
	});

	it('says of a redirect to nowhere no more than the host', async () => {
		sandbox().misbehave({ on: '/recordings/a.wav', kind: 'redirect', location: 'http://[secret' });
		const { error } = await download({ link: `${sandbox().url}/recordings/a.wav` });

		expect(error?.message).toMatch(/leads to something that is not an address/);
		expect(JSON.stringify(error)).not.toContain('[secret');
	});

	it('refuses a page in place of a file', async () => {
		sandbox().misbehave({ on: '/recordings/a.wav', kind: 'html' });
		const { error } = await download({ link: `${sandbox().url}/recordings/a.wav` });

		expect(error?.message).toMatch(/answered with a text or a web page, not with a file/);
	});

	it('tries again after passing trouble, and then says what it was without the link', async () => {
		sandbox().misbehave({ on: '/recordings/a.wav', kind: '503' });
		sandbox().misbehave({ on: '/recordings/a.wav', kind: '429' });
		expect((await download({ link: `${sandbox().url}/recordings/a.wav` })).outputs[0]).toHaveLength(
			1,
		);

		sandbox().misbehave({ on: '/recordings/a.wav', kind: 'http403' });
		const result = await download({
			link: `${sandbox().url}/recordings/a.wav?signature=in-the-link`,
		});
		expect(result.error?.message).toMatch(/answered with HTTP 403/);
		expect(JSON.stringify([result.error?.message, result.error?.description])).not.toContain(
			'in-the-link',
		);
		expect(leaksOf(result, secretsOf(sandbox(), []))).toEqual([]);
	});
});

describe('Allowed Hosts', () => {
	let files: Forwarder;
	beforeAll(async () => {
		files = await startSelfSigned(sandbox().url);
	});
	afterEach(() => {
		files.seen.length = 0;
	});
	afterAll(async () => await files.close());

	const fromLocalhost = async (allowedHosts: string) =>
		await download({
			link: `https://localhost:${files.port}/recordings/a.wav`,
			options: { allowedHosts },
			requestOptions: { allowUnauthorizedCerts: true },
		});

	it.each(['localhost', ' LocalHost ', 'example.com, localhost', '*.localhost'])(
		'%j lets a link lead to localhost',
		async (allowedHosts) => {
			const { outputs } = await fromLocalhost(allowedHosts);

			expect(outputs[0]).toMatchObject([{ json: { fileName: 'a.wav' } }]);
		},
	);

	it.each(['', '*', 'host', '*.host', 'localhost.com', 'a.localhost'])(
		'%j does not',
		async (allowedHosts) => {
			const { error } = await fromLocalhost(allowedHosts);

			expect(error?.message).toMatch(/localhost:\d+, which is not a host of AI Rudder/);
			expect(files.seen).toEqual([]);
		},
	);
});

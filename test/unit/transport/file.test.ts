import { Readable } from 'node:stream';
import { capped, readFileReply, safeName } from '../../../nodes/AiRudder/transport/file';

const MEGABYTE = 1_048_576;

const read = async (
	headers: object,
	chunks: Buffer[] = [Buffer.from('{"code":1}')],
	status = 200,
) =>
	await readFileReply({
		statusCode: status,
		headers: { ...headers },
		body: Readable.from(chunks),
	});

describe('A reply that may be a file', () => {
	it.each([
		[{ 'content-type': 'audio/wav' }],
		[{ 'content-type': 'application/octet-stream' }],
		[{}],
	])('is one with %j', async (headers) => {
		const { body } = await read(headers);
		expect(body).toMatchObject({ code: 200, data: { stream: expect.any(Readable) } });
	});

	it.each(['application/json; charset=utf-8', 'TEXT/plain', 'text/html', 'application/xhtml'])(
		'is words with the type %s',
		async (type) => {
			expect((await read({ 'content-type': type })).body).toBe('{"code":1}');
		},
	);

	it('is words with any status but 200, of which a megabyte is read', async () => {
		const chunk = Buffer.alloc(MEGABYTE / 2, 'x');
		const { body } = await read({ 'content-type': 'audio/wav' }, Array(9).fill(chunk), 404);
		expect(body).toHaveLength(1.5 * MEGABYTE);
	});

	it.each([
		['12', 12],
		['-1', undefined],
		['many', undefined],
	])('has the size that its sender tells: %j', async (length, size) => {
		const { body } = await read({ 'content-length': length });
		expect(body).toMatchObject({ data: { size } });
	});

	it.each([
		['attachment; filename="call 17.wav"', 'call 17.wav'],
		['attachment; filename=call.wav; size=3', 'call.wav'],
		['attachment; filename="../../etc/passwd"', 'passwd'],
		['inline', undefined],
		[undefined, undefined],
	])('has the name in %j', async (disposition, fileName) => {
		const { body } = await read({ 'content-disposition': disposition });
		expect(body).toMatchObject({ data: { fileName } });
	});
});

it.each([
	['C:\\calls\\a.wav', 'a.wav'],
	['a\u0000b?.wav', 'a_b_.wav'],
	[`${'x'.repeat(200)}.wav`, `${'x'.repeat(116)}.wav`],
	['...', undefined],
	['', undefined],
])('the name in the path %j is %j', (path, name) => {
	expect(safeName(path)).toBe(name);
});

it('a file that is told to be too large is not read', () => {
	const stream = Readable.from(['x']) as never as Parameters<typeof capped>[0]['stream'];
	const file = { stream, contentType: '', fileName: undefined };
	expect(() => capped({ ...file, size: MEGABYTE + 1 }, MEGABYTE)).toThrow('larger than 1 MB');
	expect(stream.destroyed).toBe(true);
});

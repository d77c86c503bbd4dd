import fc from 'fast-check';
import { readBody } from '../../../nodes/AiRudderTrigger/readBody';

const JSON_TYPE = 'application/json';
const read = (text: string, type: unknown = JSON_TYPE) => readBody(type, Buffer.from(text));
const nested = (depth: number) => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);

describe('A body', () => {
	it('is kept whole', () => {
		fc.assert(
			fc.property(fc.oneof(fc.object(), fc.array(fc.jsonValue())), (value) => {
				const text = JSON.stringify(value);
				expect(read(text)).toEqual({ body: JSON.parse(text) as unknown });
			}),
		);
	});

	it('may have a byte order mark, a character set and names that mean something in JavaScript', () => {
		const { body } = read('\uFEFF{"__proto__":{"admin":true}}', 'Application/JSON; charset=utf-8');
		expect(Object.keys(body ?? {})).toEqual(['__proto__']);
		expect({}).not.toHaveProperty('admin');
	});

	it('may hold brackets and quotes in its words', () => {
		const value = { text: `${'[{'.repeat(200)}\\"${'"'.repeat(5)}` };
		expect(read(JSON.stringify(value))).toEqual({ body: value });
	});

	it('may be nested 100 levels deep', () => {
		expect(read(nested(100)).refused).toBeUndefined();
		expect(read(nested(101)).refused?.status).toBe(400);
	});

	it.each([
		['nothing', ''],
		['white space', ' \n'],
		['words', 'hello'],
		['half an object', '{"a":1'],
		['two objects', '{}{}'],
		['a number', '5'],
		['a text', '"text"'],
		['null', 'null'],
		['10,000 levels of lists', '['.repeat(10_000) + ']'.repeat(10_000)],
		['10,000 levels of objects', nested(10_000)],
		['10,000 levels that never end', '['.repeat(10_000)],
	])('is refused when it is %s', (_what, text) => {
		expect(read(text).refused?.status).toBe(400);
	});

	it('is refused when n8n did not read one', () => {
		expect(readBody(JSON_TYPE, undefined).refused?.status).toBe(400);
	});

	it.each([
		undefined,
		'',
		'text/plain',
		'application/x-www-form-urlencoded',
		'multipart/form-data; boundary=x',
		'application/jsonp',
		['application/json'],
	])('is refused as %j', (type) => {
		expect(readBody(type, Buffer.from('{"a":1}')).refused?.status).toBe(415);
	});

	it('is never quoted in the refusal, and never makes it fail', () => {
		fc.assert(
			fc.property(fc.string({ minLength: 4 }), fc.anything(), (text, type) => {
				const { refused } = read(`{"phone":"+12025550101", ${text}`, type);
				expect(refused?.error).not.toContain('2025550101');
			}),
		);
	});
});

import { readReply } from '../../../nodes/AiRudder/transport/envelope';

const read = (body: string, statusCode = 200, headers = {}) =>
	readReply({ statusCode, headers, body });

describe('A reply', () => {
	it.each([
		['{"code":200,"data":{"a":1}}', { kind: 'ok', data: { a: 1 } }],
		['{"code":"200","data":[]}', { kind: 'ok', data: [] }],
		['{"code":403,"message":"no"}', { kind: 'refused', code: 403, words: 'no' }],
		['{"code":"40101","status":"out"}', { kind: 'refused', code: 40101, words: 'out' }],
		['{"code":403,"message":" ","status":"no"}', { kind: 'refused', code: 403, words: 'no' }],
		['{"code":0,"message":7}', { kind: 'refused', code: 0, words: '' }],
	])('%s under HTTP 200 is decided by its code', (body, reply) => {
		expect(read(body)).toEqual(reply);
	});

	it.each([
		['', 'an empty reply'],
		[' \n', 'an empty reply'],
		['<!DOCTYPE html>', 'a web page'],
		['{"code":200,"data":', 'a reply that is cut off'],
		['[1,', 'a reply that is cut off'],
		['{"code":2.5}', 'a reply that is not in the form of AI Rudder'],
		['{"code":"200 OK"}', 'a reply that is not in the form of AI Rudder'],
		['{"code":null}', 'a reply that is not in the form of AI Rudder'],
		['{"ok":true}', 'a reply that is not in the form of AI Rudder'],
		['200', 'a reply that is not in the form of AI Rudder'],
	])('%j under HTTP 200 is %s', (body, what) => {
		expect(read(body)).toEqual({ kind: 'unreadable', what });
	});

	it('is a web page when its header says so', () => {
		const page = { kind: 'unreadable', what: 'a web page' };
		expect(read('Sign in', 200, { 'content-type': 'text/HTML' })).toEqual(page);
	});

	it.each([
		[504, '{"code":200}', { kind: 'refused', code: 504, words: '' }],
		[504, '<html>', { kind: 'refused', code: 504, words: '' }],
		[400, '{"code":429,"message":"slow"}', { kind: 'refused', code: 400, words: 'slow' }],
		[307, '{"code":200}', { kind: 'unreadable', what: 'a redirect (HTTP 307)' }],
	])('HTTP %i is not decided by its body: %s', (status, body, reply) => {
		expect(read(body, status)).toEqual(reply);
	});
});

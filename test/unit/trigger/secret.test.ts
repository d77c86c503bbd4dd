import fc from 'fast-check';
import { bringsSecret, secretProblem } from '../../../nodes/AiRudderTrigger/secret';

const SECRET = 'a-secret-for-tests-0001';

describe('A request brings the secret', () => {
	it.each([
		['in the address', [SECRET, undefined]],
		['in the header', [undefined, SECRET]],
		['in one of the two', ['another-secret-for-tests', SECRET]],
	])('%s', (_where, brought) => expect(bringsSecret(brought, SECRET)).toBe(true));

	it('as text alone: no list, no object, no part of it', () => {
		for (const value of [[SECRET], { 0: SECRET }, `${SECRET} `, SECRET.slice(1), '', null, 0]) {
			expect(bringsSecret([value, undefined], SECRET)).toBe(false);
		}
	});

	it('or it does not, whatever it brings', () => {
		fc.assert(
			fc.property(fc.anything(), fc.anything(), (one, other) => {
				expect(bringsSecret([one, other], SECRET)).toBe(one === SECRET || other === SECRET);
			}),
		);
	});
});

describe('A secret that can be used', () => {
	it('means the same in an address and in a header', () => {
		const nearly = fc.stringMatching(/^[\w%+&= .-]{14,30}$/);
		fc.assert(
			fc.property(nearly, (secret) => {
				const same = encodeURIComponent(secret) === secret && !secret.includes('.');
				expect(secretProblem(secret) === undefined).toBe(same && secret.length >= 16);
			}),
		);
		expect(secretProblem(SECRET)).toBeUndefined();
	});

	it.each([
		'',
		'short',
		undefined,
		null,
		5,
		'has spaces in between it',
		'percent%20or+plus&more',
		'x'.repeat(201),
	])('is not %j', (secret) => expect(secretProblem(secret)).toEqual(expect.any(String)));
});

import { failureOf, retryAfter } from '../../../nodes/AiRudder/transport/refusals';

describe('Retry-After', () => {
	it.each([
		['3', 3_000],
		['0', 0],
		['-5', 0],
		['86400', 120_000],
		['Thu, 01 Jan 2026 00:00:07 GMT', 7_000],
		['Thu, 01 Jan 2026 09:00:00 GMT', 120_000],
		['Wed, 31 Dec 2025 00:00:00 GMT', 0],
		['soon', undefined],
		['', undefined],
		[undefined, undefined],
	])('%p is %p ms', (header, wait) => {
		expect(retryAfter(header, Date.parse('2026-01-01T00:00:00Z'))).toBe(wait);
	});
});

describe('A refusal with the code', () => {
	const refused = (code: number, words = '') =>
		failureOf({ kind: 'refused', code, words }, { statusCode: 200, headers: {}, body: '' }, [
			'the-secret',
		]);

	it.each([400, 401, 403, 404, 405, 413, 415, 422, 429])(
		'%i says that nothing was done',
		(code) => {
			expect(refused(code)).toMatchObject({ acted: 'no', serviceCode: code });
		},
	);

	it.each([0, 201, 402, 408, 409, 500, 502, 503, 504, 5001, 40101])(
		'%i leaves open what was done',
		(code) => {
			expect(refused(code)).toMatchObject({ acted: 'unknown', serviceCode: code });
		},
	);

	it.each([408, 429, 500, 503, 599])('%i may pass', (code) => {
		expect(refused(code).passing).toBe(true);
	});

	it.each([0, 400, 401, 409, 499, 600, 5001])('%i will not pass', (code) => {
		expect(refused(code).passing).toBe(false);
	});

	it('403 has the words of the service behind its own, and no secret in them', () => {
		expect(refused(403, 'the-secret may not').message).toBe(
			'AI Rudder does not allow this for the account: ••• may not',
		);
		expect(refused(403).message).toBe('AI Rudder does not allow this for the account');
	});
});

import { retryAfter } from '../../../nodes/AiRudder/transport/refusals';

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

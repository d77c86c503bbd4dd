import { maskNumbers, safeWords } from '../../../nodes/AiRudder/transport/privacy';

describe('A phone number in words', () => {
	it.each([
		['blocked: +62812345671234', 'blocked: +62•••1234'],
		['628123456701 and 0812-345.6701', '62•••6701 and 08•••6701'],
		['(+62) 812 (345) 6701', '(+62•••6701'],
		['1234567', '12•••4567'],
		['123456', '123456'],
	])('%s becomes %s', (text, masked) => {
		expect(maskNumbers(text)).toBe(masked);
	});

	it('is told from a day, which stays', () => {
		expect(maskNumbers('after 2026-01-31')).toBe('after 2026-01-31');
	});
});

describe('Words of the service', () => {
	it('are one line of 300 characters at the most', () => {
		expect(safeWords(' a\n\tb ')).toBe('a b');
		expect(safeWords('x'.repeat(301))).toBe(`${'x'.repeat(300)}…`);
	});

	it('hide every secret, but no text that may be in any word', () => {
		expect(safeWords('no a+b/c here, a+b/c', ['a+b/c', undefined])).toBe('no ••• here, •••');
		expect(safeWords('no such key', ['', 'key'])).toBe('no such key');
	});
});

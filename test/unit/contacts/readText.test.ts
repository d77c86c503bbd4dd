import { readText } from '../../../nodes/AiRudder/contacts/readText';
import { reasonOf, valueOf } from './build';

describe('a text', () => {
	it.each([
		['Siti Rahma', 'Siti Rahma'],
		['  RP  ', 'RP'],
		['\ufeff\u00a0Jos\u00e9 N\u00fa\u00f1ez\r\n', 'Jos\u00e9 N\u00fa\u00f1ez'],
		['a  b', 'a  b'],
		['\u5f20\u4f1f', '\u5f20\u4f1f'],
		['\ud83d\ude00', '\ud83d\ude00'],
		['0', '0'],
		['false', 'false'],
		['__proto__', '__proto__'],
		[0, '0'],
		[-0, '0'],
		[-7, '-7'],
		[42, '42'],
		[1.5, '1.5'],
		[Number.MAX_SAFE_INTEGER, '9007199254740991'],
	])('%p is sent as %p', (value, text) => {
		expect(valueOf(readText(value, {}))).toBe(text);
	});

	it.each([
		[true, /true \(a true\/false value\), not a text/],
		[false, /false \(a true\/false value\)/],
		[['a'], /a list/],
		[{ a: 1 }, /an object/],
		[new Date(0), /a date/],
		[10n, /a bigint/],
		[Number.NaN, /number NaN, whose digits are not exact/],
		[Number.NEGATIVE_INFINITY, /number -Infinity/],
		[2 ** 53, /9007199254740992.*Send it as text/],
		[1e21, /1e\+21/],
		[1e-7, /1e-7/],
		['a\nb', /a line break. Remove it/],
		['a\r\nb', /a line break/],
		['a\tb', /a tab/],
		['a\u0000b', /control character U\+0000/],
		['a\u001bb', /control character U\+001B/],
		['a\u007fb', /control character U\+007F/],
		['a\u0085b', /control character U\+0085/],
		['a\u2028b', /control character U\+2028/],
		['a\ud83d', /half of a character/],
		['\ude00a', /half of a character/],
		['\ude00\ud83d', /half of a character/],
	])('%p is refused: %s', (value, reason) => {
		expect(reasonOf(readText(value, {}))).toMatch(reason);
	});
});

describe('a text with a limit of 64 characters', () => {
	const limited = { maxLength: 64 };

	it.each([
		['letters', 'd'],
		['emoji', '\ud83d\ude00'],
		['Chinese', '\u5f20'],
	])('is taken with 64 %s and refused, not cut, with 65', (_, character) => {
		expect(valueOf(readText(character.repeat(64), limited))).toBe(character.repeat(64));
		expect(reasonOf(readText(character.repeat(65), limited))).toBe(
			'Has 65 characters, at most 64 are allowed. Shorten it',
		);
	});

	it('is measured without the spaces at its ends, since they are not sent', () => {
		expect(valueOf(readText(`   ${'d'.repeat(64)}   `, limited))).toBe('d'.repeat(64));
	});

	it('counts an emoji of several characters as the several it is', () => {
		const family = '\ud83d\udc69\u200d\ud83d\udc67';
		expect(valueOf(readText(family.repeat(21), limited))).toBe(family.repeat(21));
		expect(reasonOf(readText(family.repeat(22), limited))).toMatch('Has 66 characters');
	});

	it('refuses a number with too many digits as a text of that length', () => {
		expect(reasonOf(readText(123_456, { maxLength: 5 }))).toMatch('Has 6 characters, at most 5');
	});
});

describe('a text that is handed back as given', () => {
	const verbatim = { verbatim: true, maxLength: 10 } as const;

	it.each(['  ID-001 ', '\u00a0x\u00a0', '\ufeffx', 'e\u0301', '\u200fab'])('%p stays', (text) => {
		expect(valueOf(readText(text, verbatim))).toBe(text);
	});

	it('is measured with the spaces at its ends, since they are sent', () => {
		expect(reasonOf(readText(' 123456789 ', verbatim))).toMatch('Has 11 characters');
	});
});

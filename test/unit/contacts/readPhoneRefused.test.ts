import { readPhone } from '../../../nodes/AiRudder/contacts/readPhone';
import { options, reasonOf } from './build';

/** Why a value is refused, with the default country code of Indonesia. */
const refused = (value: unknown) =>
	reasonOf(readPhone(value, options({ defaultCountryCode: '62' })));

describe('what is no phone number', () => {
	it.each([
		['6.28E+12', /scientific notation.*Format the column as text/],
		['6,28123E+11', /scientific notation/],
		['628e9', /scientific notation/],
		['8123456703.0', /decimal number/],
		['812345670.35', /decimal number/],
		[8_123_456_703.5, /number 8123456703.5/],
		[-8_123_456_703, /number -8123456703/],
		[6.28e20, /number 628000000000000000000/],
		[Number.NaN, /number NaN/],
		[Number.POSITIVE_INFINITY, /number Infinity/],
		[0, /Has 0 digits/],
		[true, /true \(a true\/false value\)/],
		[false, /false \(a true\/false value\)/],
		[{ value: '+628123456701' }, /an object/],
		[['+628123456701'], /a list/],
		[new Date(0), /a date/],
		['+\uff16\uff12\uff18\uff11\uff12', /full-width digits/],
		['\uff0b628123456701', /full-width digits/],
		['+62\u0000812345', /control character U\+0000/],
		['+62812345\u00856701', /control character U\+0085/],
		['+628123456701\n+628123456702', /a line break/],
		['+628123456701\t7', /a tab/],
		['+62812345\ud83d', /half of a character/],
		['+628123456701 / +628123456702', /Keep one number alone/],
		['+628123456701, +628123456702', /Keep one number alone/],
		['+62 812 +62 813', /Keep one number alone/],
		['+628123456701 ext 12', /Keep one number alone/],
		['tel:+628123456701', /Keep one number alone/],
		['1-800-FLOWERS', /Keep one number alone/],
		['\u0660\u0668\u0661\u0662\u0663\u0664\u0665\u0666\u0667', /Keep one number alone/],
		['#N/A', /Keep one number alone/],
		['+', /Keep one number alone/],
		['---', /Keep one number alone/],
		['+0812345678', /0 where the country code begins/],
		['000628123456701', /0 where the country code begins/],
		['+628123', /6 digits with its country code, 7 to 15/],
		['+1234567890123456', /16 digits/],
		['911', /3 digits without a country code, 6 to 12/],
		['5551234 5559876', /14 digits without a country code/],
		['(-8123456639)', /negative number/],
		['+6208123456701', /0 behind the country code \+62/],
		['+10123456789', /\+1 and a 0 or 1/],
		['+62 0812 3456 701', /0 behind the country code \+62/],
		['0011628123456701', /\+1 and a 0 or 1/],
		['192.168.100.200', /internet address/],
		['+2026-01-31', /is a date/i],
	])('%p is refused: %s', (value, reason) => {
		expect(refused(value)).toMatch(reason);
	});

	// '+62-8123456701' typed into a cell is a formula, whose result is somebody else's number.
	it('is a negative number written as text, as it is for a number', () => {
		expect(refused(-8_123_456_639)).toMatch('not a phone number');
		// Sheets of some countries write the true minus sign.
		for (const minus of ['-', '\u2212']) {
			expect(refused(`${minus}8123456639`)).toMatch('negative number');
			expect(refused(`${minus} 8123456639`)).toMatch('negative number');
		}
	});

	// Without the point its digits would be those of somebody else's number.
	it.each(['+628123456701.0', "'8123456703.0", '8123456703.00000', '+8123456703.50'])(
		'%p is refused as a decimal number',
		(text) => {
			expect(refused(text)).toMatch('decimal number');
		},
	);

	// With the wrong column mapped, +6220260131 would be called once a row.
	it.each(['2026-01-31', '2026-12-01'])('%p, a date of another column, is refused', (text) => {
		expect(refused(text)).toMatch('Is a date');
	});

	// Neither spaces nor invisible marks make it a number: +6281234567010 would be called.
	it.each([
		['+62 8123456701.0', /decimal number/],
		['8 123 456 703.0', /decimal number/],
		['\u200e+628123456701.0', /decimal number/],
		['\u200e-8123456639', /negative number/],
	])('%p is refused too: %s', (text, reason) => {
		expect(refused(text)).toMatch(reason);
	});
});

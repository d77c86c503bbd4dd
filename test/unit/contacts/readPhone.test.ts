import { readPhone } from '../../../nodes/AiRudder/contacts/readPhone';
import type { ReadingOptions } from '../../../nodes/AiRudder/contacts/reading';
import { options, readingsOf, reasonOf, valueOf } from './build';

const read = (value: unknown, changes: Partial<ReadingOptions> = {}) =>
	readPhone(value, options(changes));
const indonesian = { defaultCountryCode: '62' };

describe('a phone number with + or 00', () => {
	it.each([
		['+628123456701', '+628123456701'],
		[' +62 812-3456-701 ', '+628123456701'],
		['+62 (812) 3456.701', '+628123456701'],
		['(+62) 812 3456 701', '+628123456701'],
		["'+62 (0)812 3456 701", '+628123456701'],
		['0044 (0)20 7946 0958', '+442079460958'],
		['+62\u00a0812\u20113456\u2013701', '+628123456701'],
		['\u202a+628123456701\u202c', '+628123456701'],
		['\u200e+62 812\u200b3456701\ufeff', '+628123456701'],
		["'+628123456701", '+628123456701'],
		['00628123456701', '+628123456701'],
		['00 62 812 3456 701', '+628123456701'],
		['+8610086', '+8610086'],
		['+123456789012345', '+123456789012345'],
		['+44 20 7946 0958', '+442079460958'],
	])('%p is %s, whatever the options', (text, number) => {
		for (const phoneFormat of ['auto', 'international', 'national'] as const) {
			expect(valueOf(read(text, { phoneFormat }))).toBe(number);
			expect(valueOf(read(text, { phoneFormat, defaultCountryCode: '91' }))).toBe(number);
		}
	});
});

describe('a phone number without +', () => {
	it.each([
		['08123456703', '62', '+628123456703'],
		['8123456703', '62', '+628123456703'],
		[8_123_456_703, '62', '+628123456703'],
		['(0812) 3456-703', '62', '+628123456703'],
		['(0)812 3456 703', '62', '+628123456703'],
		['0812.3456.703', '62', '+628123456703'],
		['01.23.45.67.89', '33', '+33123456789'],
		['98765 43210', '91', '+919876543210'],
		[4_155_550_123, '1', '+14155550123'],
		['62812345678901', '62', '+62812345678901'],
	])('%p with the default country code %s is %s', (value, defaultCountryCode, number) => {
		expect(valueOf(read(value, { defaultCountryCode }))).toBe(number);
	});

	it.each(['08123456703', '8123456703', 8_123_456_703, '628123456701'])(
		'%p is refused without a default country code',
		(value) => {
			expect(reasonOf(read(value))).toMatch('Has no + and country code. Write it as +62…, or set');
			expect(reasonOf(read(value, { phoneFormat: 'national' }))).toMatch('Has no + and country');
		},
	);

	it.each(['628123456701', 628_123_456_701, '62 812-3456-701'])(
		'%p has its country code when the phone format says so',
		(value) => {
			expect(valueOf(read(value, { phoneFormat: 'international' }))).toBe('+628123456701');
		},
	);

	it('has none when the phone format says so, even where it begins like one', () => {
		const italian = { defaultCountryCode: '39', phoneFormat: 'national' } as const;
		expect(valueOf(read('3912345678', italian))).toBe('+393912345678');
	});

	it('begins with 0 in a list of international numbers: it takes the default country code', () => {
		const both = { ...indonesian, phoneFormat: 'international' } as const;
		expect(valueOf(read('08123456703', both))).toBe('+628123456703');
		expect(valueOf(read('628123456701', both))).toBe('+628123456701');
		expect(reasonOf(read('08123456703', { phoneFormat: 'international' }))).toMatch('Has no +');
	});
});

describe('a phone number with two readings is refused with both', () => {
	it.each([
		['628123456701', '62', ['+628123456701', '+62628123456701']],
		[628_123_456_701, '62', ['+628123456701', '+62628123456701']],
		['3912345678', '39', ['+3912345678', '+393912345678']],
		['0612345678', '39', ['+390612345678', '+39612345678']],
		['0701020304', '225', ['+2250701020304', '+225701020304']],
		['062031234', '241', ['+241062031234', '+24162031234']],
		['061234567', '242', ['+242061234567', '+24261234567']],
		['0549882914', '378', ['+3780549882914', '+378549882914']],
		['+39 (0) 6 1234 5678', '62', ['+390612345678', '+39612345678']],
		['84951234567', '7', ['+784951234567', '+74951234567']],
		['0445512345678', '52', ['+52445512345678', '+525512345678']],
	])('%p, default country code %s', (value, defaultCountryCode, readings) => {
		const reading = read(value, { defaultCountryCode });
		expect(readingsOf(reading)).toEqual(readings);
		for (const one of readings) expect(reasonOf(reading)).toContain(one);
	});
});

describe('what is no phone number', () => {
	it.each([
		[undefined, 'missing'],
		[null, 'null'],
		['', 'empty'],
		[' \t\u00a0', 'empty'],
	])('%p is nothing: %s', (value, nothing) => {
		expect(read(value)).toEqual({ nothing });
	});

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
		[0, /1 digits|0 digits/],
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
		['+62 0812 3456 701', /0 behind the country code \+62/],
		['0011628123456701', /\+1 and a 0 or 1/],
		['192.168.100.200', /internet address/],
		['+2026-01-31', /is a date/i],
	])('%p is refused: %s', (value, reason) => {
		expect(reasonOf(read(value, indonesian))).toMatch(reason);
	});

	// '+62-8123456701' typed into a cell is a formula, whose result is somebody else's number.
	it('is a negative number written as text, as it is for a number', () => {
		expect(reasonOf(read(-8_123_456_639, indonesian))).toMatch('not a phone number');
		// Sheets of some countries write the true minus sign.
		for (const minus of ['-', '\u2212']) {
			expect(reasonOf(read(`${minus}8123456639`, indonesian))).toMatch('negative number');
			expect(reasonOf(read(`${minus} 8123456639`, indonesian))).toMatch('negative number');
		}
	});

	// Without the point its digits would be those of somebody else's number.
	it.each(['+628123456701.0', "'8123456703.0", '8123456703.00000', '+8123456703.50'])(
		'%p is refused as a decimal number',
		(text) => {
			expect(reasonOf(read(text, indonesian))).toMatch('decimal number');
		},
	);

	// With the wrong column mapped, +6220260131 would be called once a row.
	it.each(['2026-01-31', '2026-12-01'])('%p, a date of another column, is refused', (text) => {
		expect(reasonOf(read(text, indonesian))).not.toMatch('not refused');
	});

	// Neither spaces nor invisible marks make it a number: +6281234567010 would be called.
	it.each([
		['+62 8123456701.0', /decimal number/],
		['8 123 456 703.0', /decimal number/],
		['\u200e+628123456701.0', /decimal number/],
		['\u200e-8123456639', /negative number/],
	])('%p is refused too: %s', (text, reason) => {
		expect(reasonOf(read(text, indonesian))).toMatch(reason);
	});

	// Phones put them around numbers that are copied.
	it('are not the direction isolates around it, which nobody sees', () => {
		expect(valueOf(read('\u2068+628123456701\u2069'))).toBe('+628123456701');
		expect(valueOf(read('\u2066+62 812 3456 701\u2069'))).toBe('+628123456701');
	});
});

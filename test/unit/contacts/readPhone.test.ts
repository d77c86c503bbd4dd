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
		// Phones put isolates around numbers that are copied.
		['\u2068+628123456701\u2069', '+628123456701'],
		['\u2066+62 812 3456 701\u2069', '+628123456701'],
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

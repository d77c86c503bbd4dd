import { readGender } from '../../../nodes/AiRudder/contacts/readGender';
import { reasonOf, valueOf } from './build';

describe('a gender', () => {
	it.each([
		['male', 'male'],
		['MALE', 'male'],
		[' Male ', 'male'],
		['m', 'male'],
		['M', 'male'],
		['female', 'female'],
		['Female\u00a0', 'female'],
		['F', 'female'],
		['f\r\n', 'female'],
	])('%p is %s', (text, gender) => {
		expect(valueOf(readGender(text))).toBe(gender);
	});

	it.each([
		['w', /not a gender the service knows. Use male, female, m or f, or leave it empty/],
		['laki-laki', /not a gender/],
		['unknown', /not a gender/],
		['constructor', /not a gender/],
		['__proto__', /not a gender/],
		['male\u0000', /not a gender/],
		['\uff4d', /not a gender/],
		[1, /Is 1\. Use male/],
		[0, /Is 0\. Use male/],
		[Number.NaN, /Is NaN/],
		[true, /a true\/false value/],
		[['male'], /a list/],
		[{ value: 'male' }, /an object/],
	])('%p is refused: %s', (value, reason) => {
		expect(reasonOf(readGender(value))).toMatch(reason);
	});
});

import { readCustom } from '../../../nodes/AiRudder/contacts/readCustom';
import { contactOf, options, problemsOf } from './build';

const read = (row: Record<string, unknown>, phone?: string) =>
	readCustom(new Map(Object.entries(row)), phone, options({ defaultCountryCode: '62' }));

describe('a row of a product whose properties are not published', () => {
	it('is sent as it is', () => {
		const row = {
			Name: '  Smith ',
			Age: 41,
			Balance: -0.5,
			Vip: false,
			Note: null,
			Empty: '',
			Tags: ['a', 'b'],
			Address: { city: 'Jakarta' },
		};
		expect(contactOf(read(row))).toEqual(row);
	});

	// A moved column must not make the list another one, which would be called again.
	it('is the same contact, to the letter, whatever the order of its columns', () => {
		const [one, other] = [
			{ Name: 'Smith', Phone: '0812-3456-701', Age: 41 },
			{ Age: 41, Phone: '0812-3456-701', Name: 'Smith' },
		].map((row) => JSON.stringify(contactOf(read(row, 'Phone'))));
		expect(one).toBe(other);
	});

	it('leaves out what it does not have', () => {
		const contact = contactOf(read({ Name: 'Smith', Nickname: undefined }));
		expect(Object.keys(contact)).toEqual(['Name']);
	});

	it('has its phone number read and checked when its property is named', () => {
		expect(contactOf(read({ Name: 'Smith', Phone: '0812-3456-701' }, 'Phone'))).toEqual({
			Name: 'Smith',
			Phone: '+628123456701',
		});
		expect(contactOf(read({ Phone: 8_123_456_701 }, 'Phone'))).toEqual({ Phone: '+628123456701' });
		expect(contactOf(read({ Phone: '0812-3456-701' }))).toEqual({ Phone: '0812-3456-701' });
	});

	it.each([
		[{}, 'no such column'],
		[{ Phone: null }, 'has null'],
		[{ Phone: ' ' }, 'the cell is empty'],
		[{ Phone: '6.28E+12' }, 'scientific notation'],
		[{ Phone: ['+628123456701'] }, 'a list'],
		[{ Phone: Number.NaN }, 'Is the number NaN'],
	])('is refused when the phone number of %j cannot be called: %s', (row, reason) => {
		expect(problemsOf(read({ Name: 'Smith', ...row }, 'Phone'))).toEqual([
			{
				property: 'Phone',
				value: 'Phone' in row ? row.Phone : undefined,
				reason: expect.stringMatching(reason),
			},
		]);
	});

	it.each([{}, { Name: undefined }])('is refused when it is empty: %p', (row) => {
		const reason = 'The row is empty. Remove it';
		expect(problemsOf(read(row))).toEqual([{ property: '', value: undefined, reason }]);
	});
});

describe('a value that JSON cannot hold', () => {
	const circular: Record<string, unknown> = {};
	circular.self = circular;
	const no = () => {
		throw new Error('no');
	};

	it.each([
		['NaN', Number.NaN, 'Is NaN'],
		['Infinity', Number.POSITIVE_INFINITY, 'Is Infinity'],
		['a bigint', 5n, 'Is a bigint'],
		['a function', () => 1, 'Is a function'],
		['a symbol', Symbol('x'), 'Is a symbol'],
		['an object that contains itself', circular, 'cannot be written as JSON'],
		[
			'an object that does not show what it holds',
			Object.defineProperty({}, 'x', { get: no, enumerable: true }),
			'cannot be written as JSON',
		],
		['a list with a bigint', [5n], 'cannot be written as JSON'],
		['an object that becomes nothing', { toJSON: () => undefined }, 'Cannot be sent'],
		['an object that throws', { toJSON: no }, 'cannot be written as JSON'],
	])('is refused: %s', (_, value, reason) => {
		expect(problemsOf(read({ Name: 'Smith', Odd: value }))).toMatchObject([
			{ property: 'Odd', reason: expect.stringMatching(reason) },
		]);
	});

	it('has all its problems told at once, the phone number included', () => {
		const problems = problemsOf(read({ A: Number.NaN, B: 5n, Phone: 'none' }, 'Phone'));
		expect(problems.map(({ property }) => property)).toEqual(['A', 'B', 'Phone']);
	});

	// Assigned, the value would become the prototype of the contact: neither sent nor refused.
	it('is refused, or sent, when its column is named __proto__', () => {
		const row = JSON.parse('{"Name":"Smith","__proto__":{"Debt":5}}') as Record<string, unknown>;
		const result = read(row);
		expect(Object.getPrototypeOf('contact' in result ? result.contact : {})).toBe(Object.prototype);
		expect('problems' in result || Object.hasOwn(result.contact, '__proto__')).toBe(true);
	});

	// JSON would write it as null.
	it('is refused inside lists and objects too', () => {
		expect(problemsOf(read({ Scores: [1, Number.NaN] }))).toHaveLength(1);
		expect(problemsOf(read({ Score: { of: Number.POSITIVE_INFINITY } }))).toHaveLength(1);
	});
});

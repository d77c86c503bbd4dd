import { readAmount } from '../../../nodes/AiRudder/contacts/readAmount';
import type { ReadingOptions } from '../../../nodes/AiRudder/contacts/reading';
import { readingsOf, reasonOf, valueOf } from './build';

type Format = ReadingOptions['numberFormat'];
const read = (value: unknown, numberFormat: Format = 'auto') => readAmount(value, { numberFormat });

describe('an amount that can be read one way only', () => {
	it.each([
		[0, 0],
		[-0, 0],
		[1_734_500.5, 1_734_500.5],
		[-12.5, -12.5],
		[0.1 + 0.2, 0.1 + 0.2],
		[Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
		['0', 0],
		['-0', 0],
		['0.00', 0],
		['0,234', 0.234],
		['007', 7],
		[' 1500000 ', 1_500_000],
		['1734500.50', 1_734_500.5],
		['1734500,50', 1_734_500.5],
		['1,734,500.50', 1_734_500.5],
		['1.734.500,50', 1_734_500.5],
		['1,500,000', 1_500_000],
		['1.500.000', 1_500_000],
		['12,34,567', 1_234_567],
		['1,23,45,678.90', 12_345_678.9],
		['1 734 500', 1_734_500],
		['1 734 500,50', 1_734_500.5],
		['1 234,567', 1_234.567],
		['1\u00a0734\u00a0500.50', 1_734_500.5],
		['1\u202f734\u202f500,5', 1_734_500.5],
		["1'734'500.50", 1_734_500.5],
		['1\u2019734\u2019500', 1_734_500],
		['-1,234.56', -1_234.56],
		['1234.567', 1_234.567],
		['1,5', 1.5],
		['999999999999999', 999_999_999_999_999],
	])('%p is %p', (value, amount) => {
		expect(valueOf(read(value))).toBe(amount);
	});
});

describe('an amount with the number format stated', () => {
	it.each([
		['1,234', 'pointDecimal', 1_234],
		['1.234', 'pointDecimal', 1.234],
		['1,234', 'commaDecimal', 1.234],
		['1.234', 'commaDecimal', 1_234],
		['-1.234', 'commaDecimal', -1_234],
		['1 234.5', 'pointDecimal', 1_234.5],
		['1 234,5', 'commaDecimal', 1_234.5],
		['12,34,567.5', 'pointDecimal', 1_234_567.5],
		['1234', 'commaDecimal', 1_234],
		[1_234.5, 'commaDecimal', 1_234.5],
	] as const)('%p in the format %s is %p', (value, format, amount) => {
		expect(valueOf(read(value, format))).toBe(amount);
	});

	it.each([
		['1.234,56', 'pointDecimal', 'Does not have the form 1,234.56'],
		['1234,56', 'pointDecimal', 'Does not have the form 1,234.56'],
		['1 234,56', 'pointDecimal', 'Does not have the form 1,234.56'],
		['1.234.567', 'pointDecimal', 'Does not have the form 1,234.56'],
		['12,34567', 'pointDecimal', 'Does not have the form 1,234.56'],
		['1,23,4567', 'pointDecimal', 'Does not have the form 1,234.56'],
		['1,234.56', 'commaDecimal', 'Does not have the form 1.234,56'],
		['1234.56', 'commaDecimal', 'Does not have the form 1.234,56'],
		['1 234.56', 'commaDecimal', 'Does not have the form 1.234,56'],
		['12.34', 'commaDecimal', 'Does not have the form 1.234,56'],
	] as const)('%p in the format %s is refused: %s', (value, format, reason) => {
		expect(reasonOf(read(value, format))).toMatch(reason);
	});

	// Nobody writes 234 as 0,234.
	it.each([
		['0,234', 'pointDecimal'],
		['0.234', 'commaDecimal'],
		['0 234', 'auto'],
	] as const)('%p in the format %s is not 234', (text, format) => {
		expect(read(text, format)).toHaveProperty('reason');
	});
});

describe('an amount with two readings is refused with both', () => {
	it.each([
		['1.234', [1.234, 1_234]],
		['1,234', [1_234, 1.234]],
		['12.345', [12.345, 12_345]],
		['123,456', [123_456, 123.456]],
		['-1,234', [-1_234, -1.234]],
	])('%p', (text, readings) => {
		const reading = read(text);
		expect(readingsOf(reading)).toEqual(readings);
		for (const one of readings) expect(reasonOf(reading)).toContain(String(one));
		expect(reasonOf(reading)).toContain("Set the option 'Number Format'");
	});

	it.each(['00,000', '000.000'])('but not %p, which is 0 both ways', (text) => {
		expect(valueOf(read(text))).toBe(0);
	});
});

describe('what is no amount', () => {
	it.each([
		[Number.NaN, /Is NaN, not an amount/],
		[Number.POSITIVE_INFINITY, /Is Infinity/],
		[Number.NEGATIVE_INFINITY, /Is -Infinity/],
		['NaN', /not a plain number/],
		['Infinity', /not a plain number/],
		[true, /true \(a true\/false value\)/],
		[[1], /a list/],
		[{ value: 1 }, /an object/],
		[new Date(0), /a date/],
		[5n, /a bigint/],
		[2 ** 53, /more digits than a number can hold/],
		['12345678901234567', /more digits/],
		['0.1234567890123456', /more digits/],
		['Rp2.100.000', /Leave out currency.*belongs to Unit/],
		['$1,734,500.50', /Leave out currency/],
		['100 USD', /Leave out currency/],
		['1.5e3', /not a plain number/],
		['1E+06', /not a plain number/],
		['0x1F', /not a plain number/],
		['(1,234.56)', /not a plain number/],
		['5%', /not a plain number/],
		['#N/A', /not a plain number/],
		['1,', /not a plain number/],
		['.5', /not a plain number/],
		['--5', /not a plain number/],
		['\uff11\uff12\uff13', /not a plain number/],
		['1\u0000', /not a plain number/],
		['1\n2', /not a plain number/],
		['1,23,4', /Does not have the form/],
		['1,2345,678', /Does not have the form/],
		['1.234,567.89', /Does not have the form/],
		['1,,234', /Does not have the form/],
		['1..5', /Does not have the form/],
	])('%p is refused: %s', (value, reason) => {
		expect(reasonOf(read(value))).toMatch(reason);
	});

	it.each(['0,234.56', '0.1.2', '0,000,000'])('%p is refused for its form', (text) => {
		expect(reasonOf(read(text))).toMatch('Does not have the form');
	});

	// Postgres writes them after a numeric(20,10); no digit of them could be lost.
	it.each([
		['1734500.5000000000', 1_734_500.5],
		['0.0000000000000000', 0],
		['1500000.000000000000', 1_500_000],
	])('are not the zeros behind %s', (text, amount) => {
		expect(valueOf(read(text))).toBe(amount);
	});
});

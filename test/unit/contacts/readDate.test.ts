import { readDate } from '../../../nodes/AiRudder/contacts/readDate';
import type { ReadingOptions } from '../../../nodes/AiRudder/contacts/reading';
import { options, readingsOf, reasonOf, valueOf } from './build';

type Format = ReadingOptions['dateFormat'];
const read = (value: unknown, dateFormat: Format = 'auto') =>
	readDate(value, options({ dateFormat }));
const FORMATS: Format[] = ['auto', 'iso', 'dayFirst', 'monthFirst', 'serial'];

describe('a date as YYYY-MM-DD', () => {
	it.each(['2026-01-31', ' 2026-01-31\n', '2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])(
		'%p is itself in every date format',
		(text) => {
			for (const format of FORMATS) expect(valueOf(read(text, format))).toBe(text.trim());
		},
	);

	it.each([
		['2026-02-30', 'Is the day 30 of a month with 28 days'],
		['2025-02-29', 'Is the day 29 of a month with 28 days'],
		['1900-02-29', 'Is the day 29 of a month with 28 days'],
		['2024-02-30', 'Is the day 30 of a month with 29 days'],
		['2026-04-31', 'Is the day 31 of a month with 30 days'],
		['2026-01-32', 'Is the day 32 of a month with 31 days'],
		['2026-01-00', 'Is the day 0'],
		['2026-13-01', 'Has the month 13'],
		['2026-00-10', 'Has the month 0'],
		['0000-00-00', 'Has the month 0'],
		['1899-12-31', 'Has the year 1899'],
		['2200-01-01', 'Has the year 2200'],
		['0026-01-31', 'Has the year 26'],
	])('%s is refused in every date format: %s', (text, reason) => {
		for (const format of FORMATS) expect(reasonOf(read(text, format))).toMatch(reason);
	});
});

describe('a date with a time of day and no offset', () => {
	it.each([
		'2026-01-31T09:15',
		'2026-01-31 09:15:00',
		'2026-01-31T23:59:59.999',
		'2026-01-31t00:00:00.000000',
	])('%s is its day', (text) => {
		for (const format of FORMATS) expect(valueOf(read(text, format))).toBe('2026-01-31');
	});

	it.each(['2026-02-30T09:15', '2026-13-01 00:00:00'])('%s is refused', (text) => {
		expect(reasonOf(read(text))).toMatch(/the day 30|the month 13/);
	});

	it.each(['2026-01-31 25:61', '2026-01-31T99:99:99'])('%s has an impossible time', (text) => {
		expect(reasonOf(read(`${text}Z`))).toMatch('impossible time of day');
		expect(reasonOf(read(text))).toMatch('impossible time of day');
	});
});

describe('a date in another order', () => {
	it.each([
		['2026/01/31', '2026-01-31'],
		['2026/1/5', '2026-01-05'],
		['2026-1-5', '2026-01-05'],
		['2026.01.31', '2026-01-31'],
		['31-Jan-2026', '2026-01-31'],
		['31 jan 2026', '2026-01-31'],
		['1 February 2026', '2026-02-01'],
		['MARCH 2, 2026', '2026-03-02'],
		['Mar 2 2026', '2026-03-02'],
		['31/01/2026', '2026-01-31'],
		['01/31/2026', '2026-01-31'],
		['31.1.2026', '2026-01-31'],
		['31-01-2026 09:15', '2026-01-31'],
		['1/31/2026 9:15:00', '2026-01-31'],
		['29/02/2024', '2024-02-29'],
		['2/2/2026', '2026-02-02'],
	])('%p can only be %s', (text, day) => {
		expect(valueOf(read(text))).toBe(day);
	});

	it.each([
		['03/04/2026', '2026-04-03', '2026-03-04'],
		['3.4.2026', '2026-04-03', '2026-03-04'],
		['12-11-2026', '2026-11-12', '2026-12-11'],
		['3/4/2026 09:15', '2026-04-03', '2026-03-04'],
	])('%p is %s day first, %s month first, and refused when not stated', (text, day, month) => {
		expect(valueOf(read(text, 'dayFirst'))).toBe(day);
		expect(valueOf(read(text, 'monthFirst'))).toBe(month);
		for (const format of ['auto', 'serial'] as const) {
			expect(readingsOf(read(text, format))).toEqual([day, month]);
			expect(reasonOf(read(text, format))).toBe(
				`Could be ${day} or ${month}. Set the option 'Date Format'`,
			);
		}
		expect(reasonOf(read(text, 'iso'))).toMatch('Is not an ISO date');
	});

	it.each([
		['31/01/2026', 'monthFirst', 'Has the month 31'],
		['01/31/2026', 'dayFirst', 'Has the month 31'],
		['30/02/2026', 'dayFirst', 'Is the day 30 of a month with 28 days'],
		['31/31/2026', 'auto', 'Has the month 31'],
		['31 Februar 2026', 'auto', "month 'februar', which is not English"],
		['31-Feb-2026', 'auto', 'Is the day 31 of a month with 28 days'],
		['31/01/1026', 'dayFirst', 'Has the year 1026'],
		['2026/01/31', 'iso', 'Is not an ISO date'],
		['31-Jan-2026', 'iso', 'Is not an ISO date'],
		['31/01.2026', 'auto', 'Is not a date this node reads'],
		['3/4/26', 'dayFirst', 'Is not a date this node reads'],
		['31-Jan-26', 'auto', 'Is not a date this node reads'],
	] as const)('%p with the date format %s is refused: %s', (text, format, reason) => {
		expect(reasonOf(read(text, format))).toMatch(reason);
	});

	// Not "Has the month 30", of an order that nobody had in mind.
	it.each([
		['30/02/2026', 'Is the day 30 of a month with 28 days'],
		['29.02.2025', 'Is the day 29 of a month with 28 days'],
		['31/01/1026', 'Has the year 1026'],
	])('%p, which is no day in either order, is refused for what is nearest: %s', (text, reason) => {
		expect(reasonOf(read(text))).toMatch(reason);
	});
});

describe('a number in a date column', () => {
	it.each([
		[46_053, '2026-01-31'],
		[46_053.385416666664, '2026-01-31'],
		[46_053.999999, '2026-01-31'],
		['46053', '2026-01-31'],
		['46083.5', '2026-03-02'],
		[45_351, '2024-02-29'],
		[32_874, '1990-01-01'],
		[73_415, '2100-12-31'],
	])('%p is the serial number of %s', (value, day) => {
		for (const format of ['auto', 'dayFirst', 'monthFirst', 'serial'] as const) {
			expect(valueOf(read(value, format))).toBe(day);
		}
		expect(read(value, 'iso')).toHaveProperty('reason');
	});

	it.each([32_873, 73_416, 61, '20000'])('%p is one only when the format says so', (value) => {
		expect(reasonOf(read(value))).toMatch('Is a number that is no date');
		expect(valueOf(read(value, 'serial'))).toMatch(/^\d{4}-\d\d-\d\d$/);
	});

	it.each([
		[1_769_817_600_000, '2026-01-31'],
		['1769817600000', '2026-01-31'],
		[1_769_850_900_000, '2026-01-31'],
		[1_709_164_800_000, '2024-02-29'],
	])('%p is milliseconds of %s', (value, day) => {
		expect(valueOf(read(value))).toBe(day);
		expect(valueOf(read(value, 'serial'))).toBe(day);
	});

	it.each([
		[0, /no date/],
		[-46_053, /no date/],
		[60, /no date/],
		[2_026, /no date/],
		[1_500_000, /no date/],
		[20_260_131, /no date/],
		['20260131', /no date/],
		[1_769_817_600, /no date/],
		[99_999_999_999, /no date/],
		[1e13, /no date/],
		[Number.NaN, /Is NaN, not a date/],
		[Number.POSITIVE_INFINITY, /Is Infinity/],
		['9'.repeat(400), /Is Infinity/],
	])('%p is refused: %s', (value, reason) => {
		for (const format of ['auto', 'dayFirst'] as const) {
			expect(reasonOf(read(value, format))).toMatch(reason);
		}
	});

	it.each([
		[2_958_465, 'serial', 'Has the year 9999'],
		[60, 'serial', 'Is a number that is no date'],
		[9_000_000_000_000, 'auto', 'Has the year 2255'],
	] as const)('%p with the date format %s is refused: %s', (value, format, reason) => {
		expect(reasonOf(read(value, format))).toMatch(reason);
	});
});

describe('what is no date', () => {
	it.each([
		[true, /true \(a true\/false value\)/],
		[['2026-01-31'], /a list/],
		[{ value: '2026-01-31' }, /an object/],
		[{ isLuxonDateTime: true }, /an object/],
		['infinity', /Is not a date this node reads. Write YYYY-MM-DD/],
		['tomorrow', /Is not a date/],
		['#VALUE!', /Is not a date/],
		['-2026-01-31', /Is not a date/],

		['2026-01', /Is not a date/],
		['09:15', /Is not a date/],
		['4.6053e4', /Is not a date/],
		['"2026-01-30T17:00:00.000Z"', /Is not a date/],
		['\uff12\uff10\uff12\uff16-\uff10\uff11-\uff13\uff11', /Is not a date/],
		['2026-01-31\u0000', /control character U\+0000/],
		['2026-01-31\n2026-02-01', /a line break/],
		['2026\u200e-01-31', /Is not a date/],
	])('%p is refused: %s', (value, reason) => {
		expect(reasonOf(read(value))).toMatch(reason);
	});
});

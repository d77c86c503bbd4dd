import { calendarDay, DAY, utcDay } from './calendar';
import type { Reading, ReadingOptions } from './reading';
import { brokenText, describeKind, readNothing } from './reading';
import { readDateObject, readDateTime, readMilliseconds } from './readInstant';

type DateOptions = Pick<ReadingOptions, 'dateFormat' | 'dayOf'>;

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const ISO_TIME =
	/^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(Z|[+-]\d{2}(?::?\d{2})?)?$/i;
const TIME_OF_DAY = /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d|$)/;
const YEAR_FIRST = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})$/;
const YEAR_LAST = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/;
const MONTH_NAME =
	/^(\d{1,2})[ -]([A-Za-z]{3,9})[ ,-]+(\d{4})$|^([A-Za-z]{3,9}) (\d{1,2}),? (\d{4})$/;
const MONTHS =
	'january february march april may june july august september october november december'.split(
		' ',
	);

/** Serial numbers of 1990 to 2100: outside, a number in a date column is rather something else. */
const SERIALS = { first: 32_874, last: 73_415 } as const;
/** What sheets count their days from. Before 1 March 1900 they count one day wrong. */
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);
const FIRST_RIGHT_SERIAL = 61;

/**
 * Reads a date as `YYYY-MM-DD`; a time of day is dropped, since the service takes none.
 *
 * Takes ISO dates and date-times, `Date` and Luxon values, sheet serial numbers (days since 1899-12-30),
 * milliseconds since 1970, and `2026/01/31`, `31-Jan-2026`. `03/04/2026` needs the date format.
 * A date-time with an offset is one instant: where its day as written and its day in the workflow's
 * time zone differ, the side on which it is exactly midnight is a date that a database or CRM turned
 * into an instant; with midnight on neither side both days are named and the value is refused.
 */
export function readDate(value: unknown, options: DateOptions): Reading<string> {
	const nothing = readNothing(value);
	if (nothing) return nothing;
	if (typeof value === 'string') return readDateText(value.trim(), options);
	if (typeof value === 'number') return readDateNumber(value, options);
	if (value instanceof Date) return readDateObject(value, options);
	const luxon = luxonDay(value);
	if (luxon) return readDateText(luxon, { ...options, dateFormat: 'iso' });
	return { reason: `Is ${describeKind(value)}, not a date. Map a column that holds a date` };
}

function readDateText(text: string, options: DateOptions): Reading<string> {
	const day = ISO_DAY.exec(text);
	if (day) return calendarDay(Number(day[1]), Number(day[2]), Number(day[3]));
	const broken = brokenText(text);
	if (broken) return { reason: broken };
	const time = ISO_TIME.exec(text);
	if (time) return readIsoTime(time, options);
	if (options.dateFormat === 'iso') {
		return { reason: "Is not an ISO date. Write YYYY-MM-DD, or change the option 'Date Format'" };
	}
	if (/^\d+(?:\.\d+)?$/.test(text)) return readDateNumber(Number(text), options);
	const yearFirst = YEAR_FIRST.exec(text);
	if (yearFirst) {
		return calendarDay(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4]));
	}
	const named = readMonthName(text);
	if (named) return named;
	const yearLast = YEAR_LAST.exec(text);
	if (yearLast) {
		return readYearLast(Number(yearLast[1]), Number(yearLast[3]), Number(yearLast[4]), options);
	}
	return { reason: 'Is not a date this node reads. Write YYYY-MM-DD' };
}

function readIsoTime(
	[, day = '', time = '', offset]: RegExpExecArray,
	options: DateOptions,
): Reading<string> {
	const written = readDateText(day, options);
	if (!('value' in written)) return written;
	if (!TIME_OF_DAY.test(time)) {
		return { reason: 'Has an impossible time of day. Write YYYY-MM-DD' };
	}
	if (offset === undefined) return written;
	const zone = /^z$/i.test(offset)
		? 'Z'
		: offset.replace(/^(.\d{2}):?(\d{2})?$/, (_, hours, minutes = '00') => `${hours}:${minutes}`);
	const instant = Date.parse(`${day}T${time.replace(/(\.\d{3})\d+$/, '$1')}${zone}`);
	if (Number.isNaN(instant)) return { reason: 'Has an impossible time of day. Write YYYY-MM-DD' };
	const midnight = /^00:00(?::00(?:\.0+)?)?$/.test(time);
	return readDateTime(instant, { day, midnight }, options);
}

function readDateNumber(value: number, options: DateOptions): Reading<string> {
	if (!Number.isFinite(value)) return { reason: `Is ${value}, not a date. Correct the formula` };
	const serial = Math.floor(value);
	const isSerial =
		options.dateFormat === 'serial'
			? serial >= FIRST_RIGHT_SERIAL && serial < 1e7
			: options.dateFormat !== 'iso' && serial >= SERIALS.first && serial <= SERIALS.last;
	if (isSerial) return utcDay(SERIAL_EPOCH + serial * DAY);
	const isMilliseconds = options.dateFormat !== 'iso' && value >= 1e11 && value < 1e13;
	if (isMilliseconds) return readMilliseconds(value, options);
	return {
		reason: "Is a number that is no date. Write YYYY-MM-DD, or check the option 'Date Format'",
	};
}

function readYearLast(
	a: number,
	b: number,
	year: number,
	{ dateFormat }: DateOptions,
): Reading<string> {
	const dayFirst = calendarDay(year, b, a);
	const monthFirst = calendarDay(year, a, b);
	if (dateFormat === 'dayFirst') return dayFirst;
	if (dateFormat === 'monthFirst') return monthFirst;
	if ('value' in dayFirst && 'value' in monthFirst && dayFirst.value !== monthFirst.value) {
		const readings: [string, string] = [dayFirst.value, monthFirst.value];
		return { reason: `Could be ${readings.join(' or ')}. Set the option 'Date Format'`, readings };
	}
	// Only one order can be meant when one of the numbers is no month.
	return a > 12 ? dayFirst : b > 12 ? monthFirst : dayFirst;
}

function readMonthName(text: string): Reading<string> | undefined {
	const match = MONTH_NAME.exec(text);
	if (!match) return undefined;
	const name = (match[2] ?? match[4] ?? '').toLowerCase();
	const month = MONTHS.findIndex((month) => month === name || month.slice(0, 3) === name) + 1;
	if (month === 0)
		return { reason: `Has the month '${name}', which is not English. Write YYYY-MM-DD` };
	return calendarDay(Number(match[3] ?? match[6]), month, Number(match[1] ?? match[5]));
}

/** The day of a Luxon `DateTime` in its own time zone, which n8n's `$now` and `$today` are. */
function luxonDay(value: unknown): string | undefined {
	if (typeof value !== 'object' || value === null || !('isLuxonDateTime' in value))
		return undefined;
	return 'toISODate' in value && typeof value.toISODate === 'function'
		? String(value.toISODate())
		: undefined;
}

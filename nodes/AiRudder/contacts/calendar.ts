import type { Reading } from './reading';

export const DAY = 86_400_000;

const DAYS_OF_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Years outside are slips of the pen, or dates that a database could not hold. */
const YEARS = { first: 1900, last: 2199 } as const;

/** A day that the calendar has, as `YYYY-MM-DD`, or what is wrong with it. */
export function calendarDay(year: number, month: number, day: number): Reading<string> {
	if (month < 1 || month > 12) return { reason: `Has the month ${month}. Correct it` };
	const days = month === 2 && leap(year) ? 29 : (DAYS_OF_MONTHS[month - 1] ?? 0);
	if (day < 1 || day > days) {
		return { reason: `Is the day ${day} of a month with ${days} days. Correct it` };
	}
	if (year < YEARS.first || year > YEARS.last) {
		return { reason: `Has the year ${year}. Correct it` };
	}
	return { value: `${year}-${twoDigits(month)}-${twoDigits(day)}` };
}

export const twoDigits = (number: number) => String(number).padStart(2, '0');

const leap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** The day of an instant in UTC. */
export function utcDay(instant: number): Reading<string> {
	const date = new Date(instant);
	return calendarDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

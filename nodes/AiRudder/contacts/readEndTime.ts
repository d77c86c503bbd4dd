import { calendarDay } from './calendar';
import type { Reading } from './reading';
import { describeKind, readNothing } from './reading';
import { zoneClock } from './zonedTime';

const TIME =
	/^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)? ?(Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)?$/i;

/**
 * Reads a moment and writes it as the service takes it: `YYYY-MM-DD HH:mm:ss+08:00` (CLIENT), in the given time
 * zone and with its offset. Takes ISO date-times, `Date` and Luxon values; a text without an offset is what the
 * clock shows in that time zone, as the date picker of n8n means it.
 *
 * @param now milliseconds since 1970; what lies before is refused
 */
export function readEndTime(value: unknown, timeZone: string, now: number): Reading<string> {
	const nothing = readNothing(value);
	if (nothing) return nothing;
	const clock = zoneClock(timeZone);
	const instant = typeof value === 'string' ? instantOfText(value.trim(), clock) : instantOf(value);
	if (typeof instant === 'string') return { reason: instant };
	const written = clock.written(instant);
	if (instant > now) return { value: written };
	return { reason: `Is ${written}, which is over. Choose a later time` };
}

/** The instant, or why there is none. */
function instantOf(value: unknown): number | string {
	const luxon =
		typeof value === 'object' && value !== null && 'isLuxonDateTime' in value && Number(value);
	const instant = value instanceof Date ? value.getTime() : luxon;
	if (instant === false) {
		return `Is ${describeKind(value)}, not a date and time. Write it like 2026-12-31T18:00:00`;
	}
	return Number.isNaN(instant) ? 'Is an invalid date. Correct the expression' : instant;
}

function instantOfText(text: string, clock: ReturnType<typeof zoneClock>): number | string {
	const match = TIME.exec(text);
	if (!match) return 'Is not a date with a time of day. Write it like 2026-12-31T18:00:00';
	const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
		.slice(1, 7)
		.map((digits) => Number(digits ?? 0));
	const date = calendarDay(year, month, day);
	if ('reason' in date) return date.reason;
	if (hour > 23 || minute > 59 || second > 59) return 'Has an impossible time of day. Correct it';
	const wall = Date.UTC(year, month - 1, day, hour, minute, second);
	const offset = match[7];
	if (offset !== undefined) return wall - milliseconds(offset);
	const [first, later] = clock.instantsOf(wall);
	if (first === undefined) return 'Is a time that the clock leaves out that day. Correct it';
	if (later === undefined) return first;
	return `Comes twice that day. Write ${clock.written(first)} or ${clock.written(later)}`;
}

/** `Z`, `+08`, `+0800` or `+08:00` */
function milliseconds(offset: string): number {
	if (/^z$/i.test(offset)) return 0;
	const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3).replace(':', '') || 0);
	return (offset.startsWith('-') ? -minutes : minutes) * 60_000;
}

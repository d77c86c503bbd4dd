import { DAY, utcDay } from './calendar';
import type { Reading, ReadingOptions } from './reading';

type InstantOptions = Pick<ReadingOptions, 'dayOf'>;

/** The day an instant is on somewhere, and whether it is exactly midnight there. */
interface LocalDay {
	day: string;
	midnight: boolean;
}

/** Milliseconds since 1970. */
export const readMilliseconds = (instant: number, { dayOf }: InstantOptions): Reading<string> =>
	sameDay(instant, (inUtc) => [inUtc, dayOf(instant)]);

/** A live `Date`: database nodes hand out dates as midnight in the time zone of the n8n process. */
export function readDateObject(date: Date, { dayOf }: InstantOptions): Reading<string> {
	const instant = date.getTime();
	if (Number.isNaN(instant)) {
		return { reason: 'Is an invalid date. Correct the formula or the column' };
	}
	const inProcess = instant - date.getTimezoneOffset() * 60_000;
	return sameDay(instant, (inUtc) => [inUtc, dayOf(instant), utcLocalDay(inProcess)]);
}

/** A date-time with an offset, in which `written` is the day that stands there. */
export const readDateTime = (
	instant: number,
	written: LocalDay,
	{ dayOf }: InstantOptions,
): Reading<string> => sameDay(instant, () => [written, dayOf(instant)]);

const utcLocalDay = (instant: number): LocalDay => ({
	day: new Date(instant).toISOString().slice(0, 10),
	midnight: instant % DAY === 0,
});

/** The day that all places agree on, or the one on which it is midnight. */
function sameDay(instant: number, places: (inUtc: LocalDay) => LocalDay[]): Reading<string> {
	const possible = [instant - DAY, instant, instant + DAY].map(utcDay);
	const impossible = possible.find((reading) => 'reason' in reading);
	if (impossible) return 'reason' in utcDay(instant) ? utcDay(instant) : impossible;
	const readings = places(utcLocalDay(instant));
	const days = [...new Set(readings.map(({ day }) => day))];
	const midnights = [...new Set(readings.filter((r) => r.midnight).map(({ day }) => day))];
	const [first = '', second] = days;
	if (second === undefined) return { value: first };
	if (midnights.length === 1 && midnights[0] !== undefined) return { value: midnights[0] };
	return {
		reason: `Could be ${first} or ${second}, depending on the time zone. Send the date alone, as YYYY-MM-DD`,
		readings: [first, second],
	};
}

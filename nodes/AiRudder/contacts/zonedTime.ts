import { DAY, twoDigits } from './calendar';

/** What a clock shows, part by part. */
interface Shown {
	year: string;
	month: string;
	day: string;
	hour: string;
	minute: string;
	second: string;
}

/**
 * What a time zone's clock shows at an instant, in milliseconds since 1970. The formatter is made once: it
 * costs more than all its uses.
 */
export function zoneParts(timeZone: string): (instant: number) => Shown {
	const format = new Intl.DateTimeFormat('en-CA', {
		timeZone,
		hourCycle: 'h23',
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
		second: '2-digit',
	});
	return (instant) =>
		Object.fromEntries(
			format.formatToParts(instant).map(({ type, value }) => [type, value]),
		) as unknown as Shown;
}

/** A time zone's clock. */
export function zoneClock(timeZone: string) {
	const partsAt = zoneParts(timeZone);
	/** What the clock shows, as the instant at which a clock of UTC shows the same. Whole seconds. */
	const shown = (instant: number): number => {
		const { year, month, day, hour, minute, second } = partsAt(instant);
		return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
	};
	const offsetAt = (instant: number) => shown(instant) - Math.floor(instant / 1000) * 1000;
	return {
		/** Instants at which the clock shows this: none or two where it is put forward or back. */
		instantsOf(wall: number): number[] {
			const offsets = new Set([offsetAt(wall - DAY), offsetAt(wall + DAY)]);
			return [...offsets]
				.map((offset) => wall - offset)
				.filter((instant) => shown(instant) === Math.floor(wall / 1000) * 1000);
		},
		/** `2026-12-31 18:00:00+08:00` */
		written(instant: number): string {
			const wall = new Date(shown(instant)).toISOString().slice(0, 19).replace('T', ' ');
			const minutes = Math.round(offsetAt(instant) / 60_000);
			const size = Math.abs(minutes);
			return `${wall}${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
		},
	};
}
